import type { ColumnsType } from 'antd/es/table';
import type { VisitView } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { VisitMarks } from './visit-marks.tsx';

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
          <VisitMarks visit={visit} />
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
