import type { ColumnsType } from 'antd/es/table';
import type { IssueState } from '@huhudao/domain';
import type { IssueView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { Chip, type Tone } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { IssuePhotos } from './issue-photos.tsx';

const tones: Record<IssueState, Tone> = {
  reported: 'wait',
  assigned: 'appointment',
  returned: 'back',
  rectified: 'appointment',
  confirmed: 'done',
  closed: 'done',
};

export function useIssueColumns(): ColumnsType<IssueView> {
  const t = useTexts();
  const words = useWords();
  const { locale } = useLocale();
  return [
    {
      title: t('issue.reported'),
      className: 'nowrap',
      render: (_, one) => formatShortDay(one.reportedOn, locale),
    },
    { title: t('issue.community'), dataIndex: 'communityName', className: 'nowrap' },
    {
      title: t('household.address'),
      render: (_, one) => (
        <>
          {one.address}
          <div className="small muted">
            {t(one.mayNameDoor ? 'issue.mayNameDoor' : 'issue.mayNotNameDoor')}
          </div>
        </>
      ),
    },
    {
      title: t('issue.category'),
      className: 'nowrap',
      render: (_, one) => words.issueCategory(one.category),
    },
    {
      title: t('issue.note'),
      render: (_, one) => (one.note === '' ? <span className="muted">{t('issue.noNote')}</span> : one.note),
    },
    { title: t('issue.photos'), render: (_, one) => <IssuePhotos issue={one} /> },
    {
      title: t('issue.state'),
      render: (_, one) => <Chip tone={tones[one.state]}>{words.issueState(one.state)}</Chip>,
    },
    {
      title: t('issue.source'),
      render: (_, one) =>
        t('issue.sourceText', {
          round: one.roundName ?? t('issue.outsideRound'),
          person: one.personName,
        }),
    },
  ];
}
