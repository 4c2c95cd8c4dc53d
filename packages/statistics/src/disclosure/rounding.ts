import type { Interval } from '../intervals/interval.ts';

/** A share as it is published, rounded to `decimals` digits (3 for a tenth of a point). */
export function roundShare(share: number, decimals: number): number {
  const grain = 10 ** decimals;
  return Math.round(share * grain) / grain;
}

/** Between which shares lie all that are published as this one is. */
export function roundingWindow(share: number, decimals: number): Interval {
  const half = 0.5 / 10 ** decimals;
  const published = roundShare(share, decimals);
  return { lower: published - half, upper: published + half };
}
