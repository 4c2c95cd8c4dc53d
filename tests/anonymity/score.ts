import { must } from '@huhudao/domain';
import type { Guess } from './attacks.ts';
import { markOf, type Secret } from './secrets.ts';

/** What an attack wants to know of a response. */
export const targets = ['door', 'tablet', 'session'] as const;
export type Target = (typeof targets)[number];

/** How often an attack was right, and how often it would be by pairing at random. */
export class Score {
  hits = 0;
  guesses = 0;
  expected = 0;
  variance = 0;

  add(hit: boolean, chance: number): void {
    this.guesses += 1;
    this.hits += hit ? 1 : 0;
    this.expected += chance;
    this.variance += chance * (1 - chance);
  }

  /** How far above chance, in standard deviations. */
  get z(): number {
    return this.variance === 0 ? 0 : (this.hits - this.expected) / Math.sqrt(this.variance);
  }
}

type Place = { door: string; tablet: string; session: string };

/** Counts the guesses of one attack. A guess points at a door, and so at the tablet and the session of its visit. */
export function countHits(
  scores: Record<Target, Score>,
  guesses: readonly Guess[],
  secrets: ReadonlyMap<string, Secret>,
): void {
  for (const { mark, householdId, crowd } of guesses) {
    const truth = must(secrets.get(mark), 'the secret of a response');
    const placeOf = (door: string): Place => {
      const secret = must(secrets.get(markOf(truth.roundId, door)), 'the secret of a door');
      return { door, tablet: secret.deviceId, session: secret.session };
    };
    const guessed = placeOf(householdId);
    const places = crowd.map(placeOf);
    const right = placeOf(truth.householdId);
    for (const target of targets) {
      const alike = places.filter((one) => one[target] === guessed[target]).length;
      scores[target].add(guessed[target] === right[target], alike / crowd.length);
    }
  }
}
