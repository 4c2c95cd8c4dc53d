import { Timeline } from 'antd';
import type { ReactElement } from 'react';
import { listVisits, type HouseholdView, type VisitView } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { VisitDetails } from '../visits/visit-details.tsx';
import { VisitMarks } from '../visits/visit-marks.tsx';

/** More than one door is ever visited. */
const limit = 100;

/** Every attempt at this door over all rounds, the latest first. */
export function HouseholdVisits({ household }: { household: HouseholdView }): ReactElement {
  const t = useTexts();
  const visits = useRead(listVisits, {
    params: { areaId: household.communityId },
    query: { householdId: household.id, limit },
  });
  return (
    <Loaded of={visits}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t('household.noVisits')}</p>
        ) : (
          <Timeline items={items.map((visit) => ({ key: visit.id, content: <OneVisit visit={visit} /> }))} />
        )
      }
    </Loaded>
  );
}

function OneVisit({ visit }: { visit: VisitView }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const { locale } = useLocale();
  const { outcome, occurredAt, personName, companionNames, roundName, topics } = visit;
  return (
    <>
      <div className="row">
        <strong>{words.outcome(outcome)}</strong>
        <VisitMarks visit={visit} />
      </div>
      <div className="small muted">
        {formatDay(visit.visitedOn, locale)} {format.time(occurredAt)} · {roundName} ·{' '}
        {format.list([personName, ...companionNames])}
      </div>
      {topics.length === 0 ? null : (
        <div className="small">
          {t('household.mentioned', { topics: format.list(topics.map(words.topic)) })}
        </div>
      )}
      <VisitDetails visit={visit} />
    </>
  );
}
