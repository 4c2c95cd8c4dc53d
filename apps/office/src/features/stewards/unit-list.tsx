import { Button, Table } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { StewardLevel } from '@huhudao/domain';
import { listStewardUnits, type StewardUnit } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { TermDialog } from './term-dialog.tsx';
import { UnitFilters } from './unit-filters.tsx';
import { useUnitColumns } from './unit-columns.tsx';
import { UnitDrawer } from './unit-drawer.tsx';
import { useUnitsCsv } from './units-csv.ts';

const route = getRouteApi('/stewards');

/** Every unit of the five levels with who looks after it; vacancies of one level can be filled together. */
export function UnitList(): ReactElement {
  const { area } = useArea();
  const { level, state, within, page } = route.useSearch();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<StewardUnit>();
  const [selected, setSelected] = useState<StewardUnit[]>([]);
  const [asking, setAsking] = useState(false);
  const search = useDebounced(typed.trim());
  const filter = { level, state, search: search === '' ? undefined : search };
  const areaId = within ?? area.id;
  const units = useRead(
    listStewardUnits,
    { params: { areaId }, query: { ...pageQuery(page), ...filter } },
    { keep: true },
  );
  return (
    <>
      <UnitFilters search={typed} onSearch={setTyped} />
      <Tools areaId={areaId} filter={filter} selected={selected} onAppoint={() => setAsking(true)} />
      <Loaded of={units}>
        {(data) => (
          <UnitTable
            units={data.items}
            total={data.total}
            loading={units.isPlaceholderData}
            filtered={[level, state, within, filter.search].some((one) => one !== undefined)}
            selected={selected}
            onSelect={setSelected}
            onOpen={setOpen}
          />
        )}
      </Loaded>
      <UnitDrawer unit={open ?? null} onClose={() => setOpen(undefined)} />
      {asking ? (
        <TermDialog
          kind="appoint"
          units={selected}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setSelected([]);
          }}
        />
      ) : null}
    </>
  );
}

type ToolProps = {
  areaId: string;
  filter: {
    level?: StewardLevel | undefined;
    state?: 'held' | 'missing' | undefined;
    search?: string | undefined;
  };
  selected: StewardUnit[];
  onAppoint: () => void;
};

function Tools({ areaId, filter, selected, onAppoint }: ToolProps): ReactElement {
  const t = useTexts();
  const csv = useUnitsCsv();
  return (
    <div className="row">
      <Button type="primary" disabled={selected.length === 0} onClick={onAppoint}>
        {selected.length === 0 ? t('steward.appoint') : t('steward.appointMany', { count: selected.length })}
      </Button>
      <span className="muted small">{t('steward.appointHint')}</span>
      <Button className="steward-export" loading={csv.busy} onClick={() => csv.save(areaId, filter)}>
        {t('steward.export')}
      </Button>
    </div>
  );
}

type TableProps = {
  units: StewardUnit[];
  total: number;
  loading: boolean;
  filtered: boolean;
  selected: StewardUnit[];
  onSelect: (units: StewardUnit[]) => void;
  onOpen: (unit: StewardUnit) => void;
};

function UnitTable({
  units,
  total,
  loading,
  filtered,
  selected,
  onSelect,
  onOpen,
}: TableProps): ReactElement {
  const t = useTexts();
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const paging = usePaging();
  const columns = useUnitColumns(onOpen);
  const [chosen] = selected;
  return (
    <Table<StewardUnit>
      size="small"
      rowKey="unitId"
      loading={loading}
      dataSource={units}
      columns={columns}
      locale={{
        emptyText: filtered ? (
          <EmptyHint title={t('steward.none')} hint={t('steward.noneHint')} />
        ) : (
          <EmptyHint title={t('steward.empty')} hint={t('steward.emptyHint')} />
        ),
      }}
      rowSelection={{
        selectedRowKeys: selected.map(({ unitId }) => unitId),
        preserveSelectedRowKeys: true,
        onChange: (_, rows) => onSelect(rows),
        getTitleCheckboxProps: () => ({ 'aria-label': t('shell.selectAll') }),
        getCheckboxProps: (unit) => ({
          'aria-label': unit.place,
          disabled:
            unit.term !== null || unit.next !== null || (chosen !== undefined && chosen.level !== unit.level),
        }),
      }}
      pagination={paging(page, total, (next) => void navigate({ search: (old) => ({ ...old, page: next }) }))}
    />
  );
}
