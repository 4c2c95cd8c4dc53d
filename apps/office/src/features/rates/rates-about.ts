import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

/** In a line: how many were drawn, how many answered, and whom the figures describe. */
export function useRatesAbout(
  rates: ResponseOf<typeof readRates> | undefined,
  areaId: string,
): string | undefined {
  const t = useTexts();
  const format = useFormat();
  const outcome = rates?.outcomes.find((one) => one.areaId === areaId);
  if (rates?.round === undefined || rates.round === null || outcome === undefined) return undefined;
  const rr1 = outcome.rates.RR1 === null ? '—' : format.percent(outcome.rates.RR1, 0);
  if (rates.round.purpose === 'coverage') return t('rates.coverageAbout', { rr1 });
  const sample = Object.values(outcome.counts).reduce((sum, count) => sum + count, 0);
  return t('rates.measurementAbout', { sample: format.number(sample), rr1 });
}
