import { StatisticsError, requireWholeCount } from '../statistics-error.ts';

/** Where a person interviewed comes from in the draw. */
export interface Selection {
  /** π of the household, in (0, 1]. */
  readonly inclusionProbability: number;
  /** Adults of the household among whom one was selected; 1 where the household itself answers. */
  readonly eligibleAdults?: number;
}

/** `1/π` × eligible adults: how many the person stands for before anybody fails to answer. */
export function baseWeight({ inclusionProbability, eligibleAdults = 1 }: Selection): number {
  if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
    throw new StatisticsError(
      'invalidProportion',
      `an inclusion probability lies in (0, 1], got ${inclusionProbability}`,
    );
  }
  requireWholeCount(eligibleAdults - 1, 'eligible adults − 1');
  return eligibleAdults / inclusionProbability;
}

/** Finite weights of at least 0 that are not all 0. */
export function requireWeights(weights: readonly number[]): void {
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) {
    throw new StatisticsError('invalidWeight', 'weights must be finite numbers of at least 0');
  }
  if (!weights.some((weight) => weight > 0)) {
    throw new StatisticsError('emptySample', 'weights need at least one that is above 0');
  }
}
