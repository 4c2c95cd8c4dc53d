import { Button, Input } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { stewardLevels, type StewardLevel } from '@huhudao/domain';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { Choice } from '../../parts/choice.tsx';

const route = getRouteApi('/stewards');

type Filter = {
  level?: StewardLevel | undefined;
  state?: 'held' | 'missing' | undefined;
  within?: string | undefined;
};

type Props = { search: string; onSearch: (text: string) => void };

/** Which units are listed, and go into the file. */
export function UnitFilters({ search, onSearch }: Props): ReactElement {
  const t = useTexts();
  const filter = useFilter();
  return (
    <search className="row">
      <Input.Search
        className="filter-search"
        aria-label={t('steward.search')}
        placeholder={t('steward.search')}
        allowClear
        value={search}
        onChange={(event) => {
          onSearch(event.target.value);
          filter({});
        }}
      />
      <Choices />
      <Button
        type="link"
        onClick={() => {
          onSearch('');
          filter({ level: undefined, state: undefined, within: undefined });
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

function Choices(): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const { level, state, within } = route.useSearch();
  const filter = useFilter();
  const communities = tree.communitiesOf(area.id);
  const below = communities.flatMap((one) => [
    ...(communities.length > 1 ? [one] : []),
    ...tree.below(one.id),
  ]);
  return (
    <>
      {below.length > 0 ? (
        <Choice
          label={t('steward.community')}
          value={within}
          onChange={(next) => filter({ within: next })}
          options={below.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Choice
        label={t('steward.level.title')}
        value={level}
        onChange={(next) => filter({ level: next })}
        options={stewardLevels.map((value) => ({ value, label: t(`steward.level.${value}`) }))}
      />
      <Choice
        label={t('steward.state.title')}
        value={state}
        onChange={(next) => filter({ state: next })}
        options={(['held', 'missing'] as const).map((value) => ({
          value,
          label: t(`steward.state.${value}`),
        }))}
      />
    </>
  );
}
