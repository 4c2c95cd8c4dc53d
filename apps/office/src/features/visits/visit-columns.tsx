import type { ColumnsType } from 'antd/es/table';
import type { VisitView } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';

export function useVisitColumns(): ColumnsType<VisitView> {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const { locale } = useLocale();
  return [
    {
      title: t('visit.when'),
      render: (_, visit) => (
        <>
          {formatDay(visit.visitedOn, locale)}
          <div className="small muted">{format.time(visit.occurredAt)}</div>
        </>
      ),
    },
    { title: t('rates.round'), dataIndex: 'roundName' },
    { title: t('rates.community'), dataIndex: 'communityName' },
    { title: t('household.address'), dataIndex: 'address' },
    {
      title: t('visit.outcome'),
      render: (_, visit) => (
        <span className="row">
          {words.outcome(visit.outcome)}
          <Marks visit={visit} />
        </span>
      ),
    },
    {
      title: t('visit.who'),
      render: (_, visit) => [visit.personName, ...visit.companionNames].join(' · '),
    },
    { title: t('round.team'), render: (_, visit) => visit.teamName ?? '—' },
    {
      title: t('visit.topics'),
      render: (_, visit) => visit.topics.map((topic) => words.topic(topic)).join(' · '),
    },
  ];
}

/** What somebody reading the ledger should know of a visit besides its outcome. */
function Marks({ visit }: { visit: VisitView }) {
  const t = useTexts();
  return (
    <>
      {visit.parallel ? <Chip tone="wait">{t('visit.parallel')}</Chip> : null}
      {visit.reassigned ? <Chip tone="none">{t('visit.reassigned')}</Chip> : null}
      {visit.skewDoubtful ? <Chip tone="wait">{t('visit.skewDoubtful')}</Chip> : null}
      {visit.amendments.length > 0 ? (
        <Chip tone="appointment">{t('visit.amended', { count: visit.amendments.length })}</Chip>
      ) : null}
    </>
  );
}
