/** The one adult of a household who answers (measurement.md, "Sampling"). */
import { kishGrid } from '@huhudao/statistics';
import type { CountedAdults, DoorRef } from '../local/work.types.ts';

/** The most men, and the most women, that can be counted. */
export const mostAdults = 6;

/** Who is asked, as the Kish grid names them: the `place`-th oldest of `of` men, or of as many women. */
export type KishAdult = { sex: 'man' | 'woman'; place: number; of: number };

/**
 * Kish's order: men from the oldest to the youngest, then women. The grid of a household is fixed by round and household
 * before anybody rings; `undefined` where nobody is eligible.
 */
export function kishAdult(
  { roundId, householdId }: Pick<DoorRef, 'roundId' | 'householdId'>,
  { all, men }: CountedAdults,
): KishAdult | undefined {
  const number = kishGrid(roundId, householdId, 2 * mostAdults)[all - 1];
  if (number === undefined) return undefined;
  const ofMen = men ?? 0;
  return number <= ofMen
    ? { sex: 'man', place: number, of: ofMen }
    : { sex: 'woman', place: number - ofMen, of: all - ofMen };
}
