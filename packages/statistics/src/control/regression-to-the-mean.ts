import { requireShare } from '../statistics-error.ts';

export interface Selected {
  /** Mean of all, of those selected for being low (or high), and how far two measurements of one household agree. */
  readonly meanOfAll: number;
  readonly meanOfSelected: number;
  /** Correlation of the same households' first and second measurement where nothing was done, in [0, 1]. */
  readonly reliability: number;
}

/**
 * What households that were chosen for a low value will look like next time though nothing was done:
 * `μ + r·(selected − μ)`. A revisit's effect is only what goes beyond it, so that it is judged on the whole panel,
 * paired, and the page says so. Source: Galton 1886; Barnett, van der Pols and Dobson 2005, IJE 34:215–220.
 */
export function expectedNextTime({ meanOfAll, meanOfSelected, reliability }: Selected): number {
  requireShare(reliability, 'reliability');
  return meanOfAll + reliability * (meanOfSelected - meanOfAll);
}

/** The change regression to the mean alone brings: towards the mean of all, larger the less reliable the answers. */
export function regressionToTheMean(selected: Selected): number {
  return expectedNextTime(selected) - selected.meanOfSelected;
}
