import { Table } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoredOutcomes, OutcomeRateName } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { useRateText } from './rate-text.ts';

/** One of each family; the others stand with the place that is chosen, and in the download. */
const compared: readonly OutcomeRateName[] = ['RR1', 'RR3', 'RR5', 'COOP1', 'REF1', 'CON1'];

/** The communities beside each other, in the order of the register. */
export function CommunityRates({ rows }: { rows: readonly MonitoredOutcomes[] }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const text = useRateText();
  const doors = ({ counts }: MonitoredOutcomes): number =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Table<MonitoredOutcomes>
      size="small"
      rowKey="areaName"
      pagination={false}
      dataSource={[...rows]}
      columns={[
        { title: t('rates.community'), dataIndex: 'areaName', className: 'nowrap' },
        {
          title: t('rates.outcomeCount'),
          className: 'number muted',
          render: (_, row) => format.number(doors(row)),
        },
        ...compared.map((name) => ({
          title: name,
          className: 'number',
          render: (_: unknown, row: MonitoredOutcomes) => {
            const rate = row.rates.find((one) => one.name === name);
            return rate === undefined ? '—' : text(rate);
          },
        })),
      ]}
    />
  );
}
