import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { RevisitState } from '@huhudao/domain';
import type { RevisitView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { Chip, type Tone } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';

const tones: Record<RevisitState, Tone> = {
  open: 'wait',
  planned: 'appointment',
  visited: 'appointment',
  resolved: 'done',
  unresolved: 'back',
  declined: 'stop',
};

type Options = { seesReasons: boolean; onOpen: (revisit: RevisitView) => void };

export function useRevisitColumns({ seesReasons, onOpen }: Options): ColumnsType<RevisitView> {
  const t = useTexts();
  const words = useWords();
  const { locale } = useLocale();
  const reasonColumn = useReasonColumn();
  return [
    { title: t('rates.community'), dataIndex: 'communityName' },
    {
      title: t('household.address'),
      render: (_, one) => (
        <Button type="link" size="small" onClick={() => onOpen(one)}>
          {one.address}
        </Button>
      ),
    },
    {
      title: t('revisit.due'),
      render: (_, one) => (
        <span className="row">
          {formatShortDay(one.dueOn, locale)}
          {one.overdue ? <Chip tone="back">{t('revisit.overdue')}</Chip> : null}
        </span>
      ),
    },
    {
      title: t('revisit.state'),
      render: (_, one) => <Chip tone={tones[one.state]}>{words.revisitState(one.state)}</Chip>,
    },
    ...(seesReasons ? [reasonColumn] : []),
    {
      title: t('household.topics'),
      render: (_, one) => one.topics.map((topic) => words.topic(topic)).join(' · '),
    },
    {
      title: t('revisit.planned'),
      render: (_, one) => (one.plannedOn === null ? '—' : formatShortDay(one.plannedOn, locale)),
    },
    { title: t('revisit.owner'), render: (_, one) => one.ownerName ?? '—' },
  ];
}

/** Why, by which rule: for the street office only. */
function useReasonColumn(): ColumnsType<RevisitView>[number] {
  const t = useTexts();
  const words = useWords();
  return {
    title: t('revisit.reason'),
    render: (_, one) => (
      <>
        {one.reason === null ? '—' : words.revisitReason(one.reason)}
        {one.rule === null ? null : (
          <div className="small muted">{t('revisit.ruleVersion', { version: one.rule.version })}</div>
        )}
      </>
    ),
  };
}
