import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

/** In a line: how many were drawn, how many answered, and whom the figures describe; of which places only parts were visited. */
export function useRatesAbout(
  rates: ResponseOf<typeof readRates> | undefined,
  areaId: string,
): string | undefined {
  const t = useTexts();
  const format = useFormat();
  const { tree } = useArea();
  const outcome = rates?.outcomes.find((one) => one.areaId === areaId);
  if (rates?.round === undefined || rates.round === null || outcome === undefined) return undefined;
  const rr1 = outcome.rates.RR1 === null ? '—' : format.percent(outcome.rates.RR1, 0);
  const { purpose, partlyIds } = rates.round;
  const names = format.list(partlyIds.map((id) => tree.find(id)?.name ?? id));
  const partly = partlyIds.length === 0 ? '' : ` · ${t('rates.partlyAbout', { names })}`;
  if (purpose === 'coverage') return t('rates.coverageAbout', { rr1 }) + partly;
  const sample = Object.values(outcome.counts).reduce((sum, count) => sum + count, 0);
  return t('rates.measurementAbout', { sample: format.number(sample), rr1 }) + partly;
}
