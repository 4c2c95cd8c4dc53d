import { Button, Input, Select } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { outcomes, type Outcome } from '@huhudao/domain';
import { listRounds } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { DayInput } from '../../parts/day-input.tsx';

const route = getRouteApi('/visits');
type Props = { search: string; onSearch: (text: string) => void };
type Filter = {
  round?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  outcome?: Outcome | undefined;
};

/** Which visits are listed, and go into the workbook. */
export function VisitFilters({ search, onSearch }: Props): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const { round } = route.useSearch();
  const rounds = useRead(listRounds, { params: { areaId: area.id } });
  const filter = useFilter();
  return (
    <search className="row">
      <Input.Search
        className="filter-search"
        aria-label={t('visit.search')}
        placeholder={t('visit.search')}
        allowClear
        value={search}
        onChange={(event) => {
          onSearch(event.target.value);
          filter({});
        }}
      />
      <Select
        className="filter-building"
        aria-label={t('rates.round')}
        placeholder={t('rates.round')}
        allowClear={{ label: t('shell.clear') }}
        value={round ?? null}
        onChange={(next) => filter({ round: next ?? undefined })}
        options={(rounds.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
      <DayFilters />
      <OutcomeFilter />
      <Button
        type="link"
        onClick={() => {
          onSearch('');
          filter({ round: undefined, from: undefined, until: undefined, outcome: undefined });
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

function DayFilters(): ReactElement {
  const t = useTexts();
  const { from, until } = route.useSearch();
  const filter = useFilter();
  return (
    <>
      <DayInput
        aria-label={t('visit.from')}
        placeholder={t('visit.from')}
        value={from ?? null}
        onChange={(next) => filter({ from: next ?? undefined })}
      />
      <DayInput
        aria-label={t('visit.until')}
        placeholder={t('visit.until')}
        value={until ?? null}
        onChange={(next) => filter({ until: next ?? undefined })}
      />
    </>
  );
}

function OutcomeFilter(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { outcome } = route.useSearch();
  const filter = useFilter();
  return (
    <Select
      className="filter-building"
      aria-label={t('visit.outcome')}
      placeholder={t('visit.outcome')}
      allowClear={{ label: t('shell.clear') }}
      value={outcome ?? null}
      onChange={(next) => filter({ outcome: next ?? undefined })}
      options={outcomes.map((value) => ({ value, label: words.outcome(value) }))}
    />
  );
}
