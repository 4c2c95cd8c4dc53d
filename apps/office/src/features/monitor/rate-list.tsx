import { Table } from 'antd';
import type { ReactElement } from 'react';
import { outcomeGroups, type OutcomeGroup } from '@huhudao/domain';
import type { MonitoredOutcomes } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { outcomeFormulae } from '../rates/outcome-formulae.ts';
import { useRateText } from './rate-text.ts';

type Rate = MonitoredOutcomes['rates'][number];

/** Doors by AAPOR group. */
export function GroupCounts({ counts }: { counts: MonitoredOutcomes['counts'] }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <Table<{ group: OutcomeGroup }>
      size="small"
      rowKey="group"
      pagination={false}
      dataSource={outcomeGroups.map((group) => ({ group }))}
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
          render: (_, { group }) => format.number(counts[group] ?? 0),
        },
      ]}
    />
  );
}

/** Every rate with its formula and the doors it is a share of. */
export function RateList({ rates }: { rates: readonly Rate[] }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const text = useRateText();
  return (
    <Table<Rate>
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={[...rates]}
      columns={[
        { title: t('rates.outcomeRate'), render: (_, { name }) => <b>{name}</b> },
        {
          title: t('rates.outcomeFormula'),
          render: (_, { name }) => <code>{outcomeFormulae.find((one) => one.name === name)?.formula}</code>,
        },
        {
          title: t('monitor.base'),
          className: 'number muted',
          render: (_, { base }) => (base === null ? '—' : format.number(Math.round(base * 10) / 10)),
        },
        { title: t('rates.outcomeValue'), className: 'number', render: (_, rate) => text(rate) },
      ]}
    />
  );
}
