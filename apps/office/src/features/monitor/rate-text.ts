import type { MonitoredOutcomes } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

type Rate = MonitoredOutcomes['rates'][number];

/** A rate as it is printed: “—” where it is 0/0, and in words where it would rest on too few doors. */
export function useRateText(): (rate: Rate) => string {
  const t = useTexts();
  const format = useFormat();
  return ({ state, value }) => {
    if (state === 'tooFew') return t('monitor.tooFew');
    return value === null ? '—' : format.percent(value);
  };
}
