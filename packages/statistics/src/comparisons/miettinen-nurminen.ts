import { defaultConfidence } from '../intervals/interval.ts';
import { requireTwoCounts, zOf } from './difference.ts';
import type { Difference, TwoCounts } from './difference.ts';

/**
 * Difference of two independent shares with the score interval: all differences the score test does not reject, its
 * variance taken at the most likely shares that differ by just so much, times N/(N−1).
 * Source: Miettinen and Nurminen 1985, Statistics in Medicine 4:213–226.
 */
export function miettinenNurminenDifference(
  counts: TwoCounts,
  confidence: number = defaultConfidence,
): Difference {
  const { p1, p2 } = requireTwoCounts(counts);
  const value = p1 - p2;
  const z = zOf(confidence);
  return {
    value,
    lower: value === -1 ? -1 : bisect(-1, value, (difference) => scoreOf(counts, difference) > z),
    upper: value === 1 ? 1 : bisect(value, 1, (difference) => scoreOf(counts, difference) >= -z),
  };
}

/** Where `below` turns from true to false between two ends, to the last bit that matters. */
function bisect(from: number, to: number, below: (value: number) => boolean): number {
  let [low, high] = [from, to];
  for (let turn = 0; turn < 80; turn += 1) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function scoreOf(counts: TwoCounts, difference: number): number {
  const { n1, n2, favourable1, favourable2 } = counts;
  const { r1, r2 } = restrictedShares(counts, difference);
  const total = n1 + n2;
  const variance = ((r1 * (1 - r1)) / n1 + (r2 * (1 - r2)) / n2) * (total / (total - 1));
  const distance = favourable1 / n1 - favourable2 / n2 - difference;
  return distance === 0 ? 0 : distance / Math.sqrt(Math.max(variance, 0));
}

/** The most likely shares that differ by exactly so much: the root of a cubic in closed form (their appendix I). */
function restrictedShares(
  { favourable1: x1, n1, favourable2: x2, n2 }: TwoCounts,
  difference: number,
): { r1: number; r2: number } {
  const total = n1 + n2;
  const cube = total;
  const square = (n1 + 2 * n2) * difference - total - x1 - x2;
  const line = (n2 * difference - total - 2 * x2) * difference + x1 + x2;
  const constant = x2 * difference * (1 - difference);
  const third = square / (3 * cube);
  const q = third ** 3 - (square * line) / (6 * cube * cube) + constant / (2 * cube);
  const p = Math.sign(q) * Math.sqrt(Math.max(0, third ** 2 - line / (3 * cube)));
  const angle = p === 0 ? 0 : (Math.PI + Math.acos(Math.min(1, Math.max(-1, q / p ** 3)))) / 3;
  const r2 = Math.min(1, Math.max(0, 2 * p * Math.cos(angle) - third));
  return { r1: Math.min(1, Math.max(0, r2 + difference)), r2 };
}
