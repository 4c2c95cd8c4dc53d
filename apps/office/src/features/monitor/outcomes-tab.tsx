import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { outcomeGroups } from '@huhudao/domain';
import { readOutcomes, type MonitoredOutcomes, type ResponseOf, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { CommunityRates } from './community-rates.tsx';
import { GroupCounts, RateList } from './rate-list.tsx';
import { useRateText } from './rate-text.ts';

type Outcomes = ResponseOf<typeof readOutcomes>;

/** Every AAPOR outcome rate of the round as it stands: one place in full, and the communities beside each other. */
export function OutcomesTab({ round }: { round: RoundView }): ReactElement {
  const { area } = useArea();
  const outcomes = useRead(
    readOutcomes,
    { params: { areaId: area.id, roundId: round.id } },
    { every: 60_000 },
  );
  return <Loaded of={outcomes}>{(data) => <Rates round={round} outcomes={data} />}</Loaded>;
}

function Rates({ round, outcomes }: { round: RoundView; outcomes: Outcomes }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  const save = useOutcomesCsv(round);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = outcomes.rows.find(({ areaId }) => areaId === chosen) ?? outcomes.rows[0];
  if (shown === undefined) return null;
  const nameOf = (row: MonitoredOutcomes): string =>
    row.areaId === null ? t('monitor.together') : row.areaName;
  return (
    <div className="stack">
      <p className="small muted">
        {t('monitor.outcomesText', { fewest: outcomes.fewest })} ·{' '}
        {t('shell.dataTime', { time: format.moment(outcomes.dataTime) })}
      </p>
      <div className="row">
        <Select
          aria-label={t('overview.place')}
          className="round-choice"
          value={shown.areaId ?? ''}
          onChange={(id) => setChosen(id === '' ? null : id)}
          options={outcomes.rows.map((row) => ({ value: row.areaId ?? '', label: nameOf(row) }))}
        />
        <Button onClick={() => save(outcomes, nameOf)}>{t('chart.csv')}</Button>
      </div>
      <AboutE row={shown} />
      <div className="monitor-rates">
        <GroupCounts counts={shown.counts} />
        <RateList rates={shown.rates} />
      </div>
      <h2>{t('monitor.byCommunity')}</h2>
      <CommunityRates rows={outcomes.rows.filter(({ areaId }) => areaId !== null)} />
    </div>
  );
}

/** What is assumed of the doors whose eligibility nobody knows. */
function AboutE({ row }: { row: MonitoredOutcomes }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const text = useRateText();
  const e = row.rates.find(({ name }) => name === 'e');
  const unknown = (row.counts['UH'] ?? 0) + (row.counts['UO'] ?? 0);
  return (
    <p>
      {t('monitor.assumption', {
        e: e === undefined ? '—' : text(e),
        unknown: format.number(unknown),
        base: format.number(e?.base ?? 0),
      })}
    </p>
  );
}

function useOutcomesCsv(round: RoundView) {
  const t = useTexts();
  const format = useFormat();
  return ({ rows, dataTime }: Outcomes, nameOf: (row: MonitoredOutcomes) => string): void => {
    const names = rows[0]?.rates.map(({ name }) => name) ?? [];
    saveBlob(
      `${round.name} ${t('monitor.outcomes')}.csv`,
      csvOf([
        [
          t('rates.community'),
          ...outcomeGroups,
          ...names.flatMap((name) => [name, `${name} n`]),
          t('shell.dataTimeTitle'),
        ],
        ...rows.map((row) => [
          nameOf(row),
          ...outcomeGroups.map((group) => row.counts[group] ?? 0),
          ...row.rates.flatMap(({ value, base }) => [value, base]),
          format.full(dataTime),
        ]),
        [],
        [t('monitor.csvNote')],
      ]),
    );
  };
}
