import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactElement, ReactNode } from 'react';
import type { CoverageRow } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { ShareBar } from '../../parts/share-bar.tsx';

type Props = {
  rows: readonly CoverageRow[];
  /** How a place is named, a link for instance. */
  renderPlace?: (row: CoverageRow) => ReactNode;
  more?: ColumnsType<CoverageRow>;
  selection?: { selected: string[]; onChange: (ids: string[]) => void };
};

/** Eligible households with a final outcome, place by place, in the order of the register. */
export function CoverageTable({ rows, renderPlace, more = [], selection }: Props): ReactElement {
  const t = useTexts();
  const columns = useCoverageColumns(renderPlace, more);
  return (
    <Table<CoverageRow>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...rows]}
      {...(selection === undefined
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: selection.selected,
              onChange: (keys) => selection.onChange(keys.map(String)),
              getTitleCheckboxProps: () => ({ 'aria-label': t('shell.selectAll') }),
              getCheckboxProps: (row: CoverageRow) => ({ 'aria-label': row.name }),
            },
          })}
      columns={columns}
    />
  );
}

function useCoverageColumns(
  renderPlace: Props['renderPlace'],
  more: ColumnsType<CoverageRow>,
): ColumnsType<CoverageRow> {
  const t = useTexts();
  const format = useFormat();
  const shareOf = (row: CoverageRow): string =>
    row.eligible === 0 ? '—' : format.percent(row.settled / row.eligible, 0);
  return [
    {
      title: t('overview.place'),
      className: 'nowrap',
      render: (_, row) => renderPlace?.(row) ?? row.name,
    },
    {
      title: t('overview.share'),
      width: '34%',
      render: (_, row) => (
        <ShareBar
          share={row.eligible === 0 ? 0 : row.settled / row.eligible}
          label={t('overview.coverageRow', {
            name: row.name,
            settled: row.settled,
            eligible: row.eligible,
            share: shareOf(row),
          })}
        />
      ),
    },
    { title: '%', className: 'number', render: (_, row) => shareOf(row) },
    {
      title: `${t('overview.settled')} / ${t('overview.eligible')}`,
      className: 'number muted',
      render: (_, row) => `${format.number(row.settled)} / ${format.number(row.eligible)}`,
    },
    ...more,
  ];
}
