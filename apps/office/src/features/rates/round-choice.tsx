import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import type { RatesSearch } from './rates-search.ts';
import { PurposeChoice } from './purpose-choice.tsx';

type Rates = ResponseOf<typeof readRates>;
type Props = {
  rates: Pick<Rates, 'round' | 'rounds'> | undefined;
  search: RatesSearch;
  change: (next: RatesSearch) => void;
};

/** Measurement or coverage, and which round of it. The two kinds of figure are never mixed. */
export function RoundChoice({ rates, search, change }: Props): ReactElement {
  const t = useTexts();
  const rounds = rates?.rounds ?? [];
  return (
    <>
      <PurposeChoice
        value={search.purpose ?? 'measurement'}
        choose={(purpose) => change({ purpose, round: undefined })}
      />
      <Select
        aria-label={t('rates.round')}
        className="round-choice"
        value={rates?.round?.id ?? null}
        disabled={rounds.length === 0}
        onChange={(round) => change({ ...search, round: round ?? undefined })}
        options={rounds.map((round) => ({ value: round.id, label: round.name }))}
      />
    </>
  );
}
