import { Table } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { indicators } from '@huhudao/domain';
import type { AreaView, RateCell } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { shareText } from './cell-text.ts';
import type { RatesSearch } from './rates-search.ts';
import { useReason } from './use-reason.ts';

type Props = { communities: readonly AreaView[]; cells: readonly RateCell[]; search: RatesSearch };

/** The four rates of every community, in administrative order: never sorted by a rate. */
export function RateMatrix({ communities, cells, search }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const cellOf = (area: AreaView, indicator: string): RateCell | undefined =>
    cells.find((cell) => cell.areaId === area.id && cell.indicator === indicator);
  return (
    <Table<AreaView>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...communities]}
      columns={[
        {
          title: t('rates.community'),
          render: (_, area) => (
            <Link to="/communities/$communityId" params={{ communityId: area.id }} search={search}>
              {area.name}
            </Link>
          ),
        },
        ...indicators.map((indicator) => ({
          title: words.indicator(indicator),
          key: indicator,
          className: 'number',
          render: (_: unknown, area: AreaView) => <MatrixCell cell={cellOf(area, indicator)} />,
        })),
      ]}
    />
  );
}

function MatrixCell({ cell }: { cell: RateCell | undefined }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const reason = useReason();
  if (cell === undefined) return <span className="muted">—</span>;
  const share = shareText(cell, format);
  const span = cell.interval ?? cell.bounds;
  const held = cell.kind === 'hidden' || cell.kind === 'banded';
  return (
    <span title={held ? reason(cell) : undefined}>
      {share ?? <span className="muted">{t('rates.hidden')}</span>}
      {held || span === null ? null : (
        <span className="muted small matrix-span">{format.range(span, 0)}</span>
      )}
    </span>
  );
}
