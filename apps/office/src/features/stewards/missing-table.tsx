import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { getRouteApi } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { stewardLevels, type StewardLevel } from '@huhudao/domain';
import { countStewards, type StewardCount } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';

const route = getRouteApi('/stewards');

type Sum = { units: number; missing: number };
type Row = {
  key: string;
  communityName: string;
  gridName: string | null;
  within: string;
  of: Map<StewardLevel, Sum>;
  /** Its grids, folded away. */
  children?: Row[];
};

/** For each community the whole and then, where there are grids, each of them: on every level how many are missing. */
function rowsOf(counts: readonly StewardCount[], communityId: string, none: string): Row[] {
  const here = counts.filter((count) => count.communityId === communityId);
  const communityName = here[0]?.communityName ?? '';
  const sums = (some: readonly StewardCount[]): Map<StewardLevel, Sum> => {
    const of = new Map<StewardLevel, Sum>();
    for (const { level, units, missing } of some) {
      const before = of.get(level) ?? { units: 0, missing: 0 };
      of.set(level, { units: before.units + units, missing: before.missing + missing });
    }
    return of;
  };
  const whole = { key: communityId, communityName, gridName: null, within: communityId, of: sums(here) };
  const parts = Map.groupBy(
    here.filter(({ level }) => level !== 'area'),
    ({ gridId }) => gridId,
  );
  if (![...parts.keys()].some((gridId) => gridId !== null)) return [whole];
  const grids = [...parts].map(([gridId, some]) => ({
    key: `${communityId} ${gridId ?? ''}`,
    communityName,
    gridName: some[0]?.gridName ?? none,
    within: gridId ?? communityId,
    of: sums(some),
  }));
  return [{ ...whole, children: grids }];
}

export function MissingTable(): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const counts = useRead(countStewards, { params: { areaId: area.id } });
  const columns = useMissingColumns();
  return (
    <Loaded of={counts}>
      {(data) => (
        <Table<Row>
          size="small"
          rowKey="key"
          dataSource={[...new Set(data.map(({ communityId }) => communityId))].flatMap((id) =>
            rowsOf(data, id, t('steward.noGrid')),
          )}
          columns={columns}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <EmptyHint title={t('steward.empty')} hint={t('steward.emptyHint')} /> }}
        />
      )}
    </Loaded>
  );
}

function useMissingColumns(): ColumnsType<Row> {
  const t = useTexts();
  return [
    {
      title: t('steward.community'),
      render: (_, { communityName, gridName }) => (gridName === null ? communityName : null),
    },
    { title: t('steward.grid'), render: (_, { gridName }) => gridName ?? t('steward.wholeCommunity') },
    ...stewardLevels.map((level) => ({
      title: t(`steward.level.${level}`),
      render: (_: unknown, row: Row) => <Missing level={level} row={row} />,
    })),
  ];
}

function Missing({ level, row }: { level: StewardLevel; row: Row }): ReactElement {
  const t = useTexts();
  const navigate = route.useNavigate();
  const sum = row.of.get(level);
  if (sum === undefined) return <span className="muted">{t('steward.noUnits')}</span>;
  if (sum.missing === 0)
    return (
      <span className="muted">
        <Check size={14} aria-hidden /> {t('steward.noneMissing')}
      </span>
    );
  const show = (): void =>
    void navigate({
      search: (old) => ({ ...old, level, state: 'missing', within: row.within, page: undefined }),
    });
  return (
    <Button type="link" size="small" className="missing-number" onClick={show}>
      {t('steward.missingOf', { missing: sum.missing, units: sum.units })}
    </Button>
  );
}
