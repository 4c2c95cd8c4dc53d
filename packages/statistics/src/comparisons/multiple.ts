import padjust from '@stdlib/stats-padjust';
import { requireShare } from '../statistics-error.ts';

/**
 * Adjusted p values of comparisons registered beforehand, in the order given: the chance of even one false alarm
 * stays below the level. Source: Holm 1979.
 */
export function holm(pValues: readonly number[]): number[] {
  return adjusted(pValues, 'holm');
}

/**
 * Adjusted p values of a screen of communities × items, in the order given: of those below the level, no larger a
 * share than the level is expected to be false. Source: Benjamini and Hochberg 1995.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return adjusted(pValues, 'bh');
}

/** As `benjaminiHochberg`, whatever the p values have to do with each other. Source: Benjamini and Yekutieli 2001. */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  return adjusted(pValues, 'by');
}

/** Every p value times their number: the simplest, never better than `holm`. */
export function bonferroni(pValues: readonly number[]): number[] {
  return adjusted(pValues, 'bonferroni');
}

function adjusted(pValues: readonly number[], method: 'bh' | 'bonferroni' | 'by' | 'holm'): number[] {
  for (const p of pValues) requireShare(p, 'p');
  return pValues.length === 0 ? [] : [...padjust([...pValues], method)];
}
