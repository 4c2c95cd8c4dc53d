import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readCommunityComparison } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';
import { useFormat } from '../../parts/format.ts';

type Rows = ResponseOf<typeof readCommunityComparison>['screen'];
type Row = Rows[number];

/** A probability as it is printed. */
const chanceText = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));

/** All communities × rates at once, adjusted for their number: only what stands out is listed, in administrative order. */
export function Screen({ screen, round }: { screen: Rows; round: string }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  const saveCsv = useScreenCsv();
  const out = screen.filter(({ group }) => group !== 'within');
  if (screen.length === 0) return null;
  return (
    <section className="stack">
      <div>
        <h2>{t('compare.screen')}</h2>
        <p className="small muted">{t('compare.screenNote')}</p>
        <p>
          {t('compare.screenFound', { found: format.number(out.length), all: format.number(screen.length) })}{' '}
          <Button size="small" onClick={() => saveCsv(screen, round)}>
            {t('compare.screenCsv')}
          </Button>
        </p>
      </div>
      {out.length === 0 ? null : <ScreenTable rows={out} />}
    </section>
  );
}

function ScreenTable({ rows }: { rows: Rows }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  return (
    <Table<Row>
      size="small"
      rowKey={({ areaId, indicator }) => `${areaId} ${indicator}`}
      pagination={rows.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { title: t('rates.community'), dataIndex: 'areaName' },
        { title: t('rates.byIndicator'), render: (_, row) => words.indicator(row.indicator) },
        {
          title: t('rates.indicatorValue'),
          className: 'number',
          render: (_, row) => format.percent(row.value),
        },
        { title: t('compare.rest'), className: 'number', render: (_, row) => format.percent(row.rest) },
        { title: t('compare.adjusted'), className: 'number', render: (_, row) => chanceText(row.adjusted) },
        { title: t('compare.judged'), render: (_, row) => t(`compare.screened.${row.group}`) },
      ]}
    />
  );
}

function useScreenCsv(): (rows: Rows, round: string) => void {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  return (rows, round) =>
    saveBlob(
      `${round} ${t('compare.screen')}.csv`.trim(),
      csvOf([
        [
          t('rates.community'),
          t('rates.byIndicator'),
          t('rates.indicatorValue'),
          t('compare.rest'),
          'p',
          t('compare.adjusted'),
          t('compare.judged'),
        ],
        ...rows.map((row) => [
          row.areaName,
          words.indicator(row.indicator),
          format.percent(row.value),
          format.percent(row.rest),
          row.p,
          row.adjusted,
          t(`compare.screened.${row.group}`),
        ]),
      ]),
    );
}
