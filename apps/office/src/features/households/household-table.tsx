import { Table } from 'antd';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { listHouseholds, type HouseholdView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { useHouseholdColumns } from './household-columns.tsx';
import { HouseholdFilters } from './household-filters.tsx';

const route = getRouteApi('/households');

/** The register page by page, searched by room, building, name and pinyin initials. */
export function HouseholdTable({ onOpen }: { onOpen: (household: HouseholdView) => void }): ReactElement {
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const [search, setSearch] = useState('');
  const paging = usePaging();
  const columns = useHouseholdColumns(onOpen);
  const { households, filtered } = useHouseholds(search);
  const turn = (next: number | undefined): void =>
    void navigate({ search: (old) => ({ ...old, page: next }) });
  return (
    <div className="stack">
      <HouseholdFilters
        search={search}
        onSearch={(text) => {
          setSearch(text);
          turn(undefined);
        }}
      />
      <Loaded of={households}>
        {(data) => (
          <Table<HouseholdView>
            size="small"
            rowKey="id"
            loading={households.isPlaceholderData}
            dataSource={data.items}
            columns={columns}
            {...(data.items.length === 0 ? { tableLayout: 'auto' } : { scroll: { x: 900 } })}
            locale={{ emptyText: <NoHouseholds filtered={filtered} /> }}
            pagination={paging(page, data.total, turn)}
          />
        )}
      </Loaded>
    </div>
  );
}

function useHouseholds(search: string) {
  const { area } = useArea();
  const { building, stairwell, occupancy, page } = route.useSearch();
  const asked = useDebounced(search.trim());
  const households = useRead(
    listHouseholds,
    {
      params: { areaId: area.id },
      query: {
        ...pageQuery(page),
        buildingId: building,
        stairwellId: stairwell,
        occupancy,
        search: asked === '' ? undefined : asked,
      },
    },
    { keep: true },
  );
  return { households, filtered: asked !== '' || building !== undefined || occupancy !== undefined };
}

function NoHouseholds({ filtered }: { filtered: boolean }): ReactElement {
  const t = useTexts();
  if (filtered) return <EmptyHint title={t('household.noMatch')} hint={t('household.noMatchHint')} />;
  return (
    <EmptyHint title={t('household.empty')} hint={t('household.emptyHint')}>
      <Link to="/imports">{t('household.goImport')}</Link>
    </EmptyHint>
  );
}
