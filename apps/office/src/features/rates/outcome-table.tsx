import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { outcomeGroups, type OutcomeGroup } from '@huhudao/domain';
import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';
import { useFormat } from '../../parts/format.ts';
import { outcomeFormulae, type OutcomeRateName } from './outcome-formulae.ts';

type Outcome = ResponseOf<typeof readRates>['outcomes'][number];

// Two tables of half the length stand beside the groups.
const half = Math.ceil(outcomeFormulae.length / 2);

/** Every AAPOR outcome rate with the counts it comes from. Undefined is “—”, never 0. */
export function OutcomeTable({ outcome }: { outcome: Outcome }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const saveCsv = useOutcomeCsv();
  return (
    <section className="stack">
      <div>
        <h3>{t('rates.outcomes')}</h3>
        <p className="small muted">{t('rates.outcomesNote')}</p>
        <Button size="small" onClick={() => saveCsv(outcome)}>
          {t('chart.csv')}
        </Button>
      </div>
      <div className="outcome-tables">
        <GroupTable counts={outcome.counts} />
        <RateTable rates={outcome.rates} shown={outcomeFormulae.slice(0, half)} />
        <RateTable rates={outcome.rates} shown={outcomeFormulae.slice(half)} />
      </div>
      {outcome.excess === 0 ? null : <p>{t('rates.excess', { excess: format.number(outcome.excess) })}</p>}
    </section>
  );
}

function GroupTable({ counts }: { counts: Outcome['counts'] }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <Table<{ group: OutcomeGroup; count: number }>
      size="small"
      rowKey="group"
      pagination={false}
      dataSource={outcomeGroups.map((group) => ({ group, count: counts[group] ?? 0 }))}
      columns={[
        {
          title: t('rates.outcomeCode'),
          render: (_, { group }) => (
            <>
              <b>{group}</b> {t(`rates.group.${group}`)}
            </>
          ),
        },
        {
          title: t('rates.outcomeCount'),
          className: 'number',
          render: (_, { count }) => format.number(count),
        },
      ]}
    />
  );
}

type RateTableProps = { rates: Outcome['rates']; shown: typeof outcomeFormulae };

function RateTable({ rates, shown }: RateTableProps): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <Table<{ name: OutcomeRateName; formula: string }>
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={[...shown]}
      columns={[
        { title: t('rates.outcomeRate'), render: (_, { name }) => <b>{name}</b> },
        { title: t('rates.outcomeFormula'), render: (_, { formula }) => <code>{formula}</code> },
        {
          title: t('rates.outcomeValue'),
          className: 'number',
          render: (_, { name }) => {
            const rate = rates[name];
            return rate === null ? '—' : format.percent(rate);
          },
        },
      ]}
    />
  );
}

function useOutcomeCsv(): (outcome: Outcome) => void {
  const t = useTexts();
  return ({ counts, excess, rates }) =>
    saveBlob(
      `${t('rates.outcomes')}.csv`,
      csvOf([
        [t('rates.outcomeCode'), t('rates.outcomeCount')],
        ...outcomeGroups.map((group) => [group, counts[group] ?? 0]),
        [t('rates.excessTitle'), excess],
        [t('rates.outcomeRate'), t('rates.outcomeValue'), t('rates.outcomeFormula')],
        ...outcomeFormulae.map(({ name, formula }) => [name, rates[name], formula]),
      ]),
    );
}
