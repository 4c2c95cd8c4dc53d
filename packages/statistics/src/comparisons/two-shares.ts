import type { Difference, TwoCounts } from './difference.ts';
import { requireTwoCounts, zOf } from './difference.ts';
import { defaultConfidence } from '../intervals/interval.ts';
import { wilson } from '../intervals/wilson.ts';

/**
 * Difference of two independent shares with Newcombe's square-and-add interval of two Wilson intervals: the interval
 * of a comparison. Source: Newcombe 1998, Statistics in Medicine 17:873–890, method 10.
 */
export function newcombeDifference(counts: TwoCounts, confidence: number = defaultConfidence): Difference {
  const { p1, p2 } = requireTwoCounts(counts);
  const one = wilson(counts.favourable1, counts.n1, confidence);
  const two = wilson(counts.favourable2, counts.n2, confidence);
  const value = p1 - p2;
  return {
    value,
    lower: value - Math.hypot(p1 - one.lower, two.upper - p2),
    upper: value + Math.hypot(one.upper - p1, p2 - two.lower),
  };
}

/**
 * Wald interval after a favourable and an unfavourable answer are added to each group; it may pass ±1 a little.
 * Source: Agresti and Caffo 2000, The American Statistician 54:280–288.
 */
export function agrestiCaffoDifference(
  { favourable1, n1, favourable2, n2 }: TwoCounts,
  confidence: number = defaultConfidence,
): Difference {
  const { p1, p2 } = requireTwoCounts({ favourable1, n1, favourable2, n2 });
  const added = {
    favourable1: favourable1 + 1,
    n1: n1 + 2,
    favourable2: favourable2 + 1,
    n2: n2 + 2,
  };
  const { lower, upper } = waldDifference(added, confidence);
  return { value: p1 - p2, lower, upper };
}

/** The textbook interval: far too short near 0 and 1, kept to show by how much; it may pass ±1. */
export function waldDifference(counts: TwoCounts, confidence: number = defaultConfidence): Difference {
  const { p1, p2 } = requireTwoCounts(counts);
  const value = p1 - p2;
  const half = zOf(confidence) * Math.sqrt((p1 * (1 - p1)) / counts.n1 + (p2 * (1 - p2)) / counts.n2);
  return { value, lower: value - half, upper: value + half };
}
