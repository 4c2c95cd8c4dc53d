import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import type { RatesSearch } from './rates-search.ts';

type Rates = ResponseOf<typeof readRates>;
type Props = {
  rates: Pick<Rates, 'round' | 'rounds'> | undefined;
  search: RatesSearch;
  change: (next: RatesSearch) => void;
};

/** Measurement or coverage, and which round of it. The two kinds of figure are never mixed. */
export function RoundChoice({ rates, search, change }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  const rounds = rates?.rounds ?? [];
  return (
    <>
      <Segmented
        aria-label={t('rates.purposeLabel')}
        value={search.purpose ?? 'measurement'}
        onChange={(purpose) => change({ purpose, round: undefined })}
        options={(['measurement', 'coverage'] as const).map((value) => ({
          value,
          label: words.purpose(value),
        }))}
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
