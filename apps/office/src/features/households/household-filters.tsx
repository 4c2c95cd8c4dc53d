import { Button, Input, Select } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { occupancies, type Occupancy } from '@huhudao/domain';
import { listBuildings } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';

const route = getRouteApi('/households');
type Filter = {
  building?: string | undefined;
  stairwell?: string | undefined;
  occupancy?: Occupancy | undefined;
};

/** Which households are listed. */
export function HouseholdFilters({
  search,
  onSearch,
}: {
  search: string;
  onSearch: (text: string) => void;
}): ReactElement {
  const t = useTexts();
  const filter = useFilter();
  return (
    <search className="row">
      <Input.Search
        className="filter-search"
        aria-label={t('household.search')}
        placeholder={t('household.search')}
        allowClear
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <PlaceFilters />
      <OccupancyFilter />
      <Button
        type="link"
        onClick={() => {
          onSearch('');
          filter({ building: undefined, stairwell: undefined, occupancy: undefined });
        }}
      >
        {t('household.clear')}
      </Button>
    </search>
  );
}

function useFilter(): (next: Filter) => void {
  const navigate = route.useNavigate();
  return (next) => void navigate({ search: (old) => ({ ...old, ...next, page: undefined }) });
}

function PlaceFilters(): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const { building, stairwell } = route.useSearch();
  const filter = useFilter();
  const buildings = useRead(listBuildings, { params: { areaId: area.id } });
  // The view by buildings leaves a stairwell chosen, and with it its building.
  const chosen = buildings.data?.find(
    ({ id, stairwells }) => id === building || stairwells.some((one) => one.id === stairwell),
  );
  return (
    <>
      <Select
        className="filter-building"
        aria-label={t('household.building')}
        placeholder={t('household.building')}
        allowClear={{ label: t('shell.clear') }}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen?.id ?? null}
        loading={buildings.isPending}
        onChange={(id) => filter({ building: id ?? undefined, stairwell: undefined })}
        options={(buildings.data ?? []).map((one) => ({
          value: one.id,
          label: `${one.compoundName} ${one.label}`,
        }))}
      />
      <Select
        className="filter-short"
        aria-label={t('household.stairwell')}
        placeholder={t('household.stairwell')}
        allowClear={{ label: t('shell.clear') }}
        disabled={chosen === undefined}
        value={chosen === undefined ? null : (stairwell ?? null)}
        onChange={(id) => filter({ stairwell: id ?? undefined })}
        options={(chosen?.stairwells ?? []).map((one) => ({ value: one.id, label: one.label }))}
      />
    </>
  );
}

function OccupancyFilter(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { occupancy } = route.useSearch();
  const filter = useFilter();
  return (
    <Select
      className="filter-short"
      aria-label={t('household.occupancy')}
      placeholder={t('household.occupancy')}
      allowClear={{ label: t('shell.clear') }}
      value={occupancy ?? null}
      onChange={(one) => filter({ occupancy: one ?? undefined })}
      options={occupancies.map((one) => ({ value: one, label: words.occupancy(one) }))}
    />
  );
}
