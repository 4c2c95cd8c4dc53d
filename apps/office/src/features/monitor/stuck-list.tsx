import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';

export type StuckKind = 'withoutTeam' | 'withoutPlan' | 'appointments' | 'refusals' | 'usedUp' | 'tablets';

type Props<Row> = {
  kind: StuckKind;
  list: { total: number; rows: Row[] };
  rowKey: keyof Row & string;
  columns: ColumnsType<Row>;
  /** What helps all of them at once. */
  children?: ReactNode;
};

/** One reason for which things do not move: how many, why, what helps, and which. Nothing where there is none. */
export function StuckList<Row extends object>({
  kind,
  list,
  rowKey,
  columns,
  children,
}: Props<Row>): ReactElement | null {
  const t = useTexts();
  if (list.total === 0) return null;
  const title = t(`monitor.stuck.${kind}.title`, { count: list.total });
  return (
    <section className="stack" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        {children}
      </div>
      <p className="small muted">{t(`monitor.stuck.${kind}.why`)}</p>
      <Table<Row>
        size="small"
        rowKey={rowKey}
        pagination={{ pageSize: 8, hideOnSinglePage: true, size: 'small' }}
        dataSource={list.rows}
        columns={columns}
      />
      {list.total > list.rows.length ? (
        <p className="small muted">{t('monitor.firstOf', { shown: list.rows.length, total: list.total })}</p>
      ) : null}
    </section>
  );
}
