import { sumOf } from '../numeric/sums.ts';

/** How uniform the answers of one response to a row of like questions are. */
export interface Uniformity {
  readonly answered: number;
  /** Most answers in a row that are the same. */
  readonly longestRun: number;
  /** Chance that two of the answers differ (Gini's index, without replacement); 0 if all are the same. */
  readonly variability: number | undefined;
}

/**
 * Longest run of the same answer and variability within a person, for questions with the same choices in the order
 * asked; unanswered ones are left out. A satisfied resident answers alike too: a lead, not a finding.
 * Source: Kim, Dykema, Stevenson, Black and Moberg 2019, Social Science Computer Review 37:214–233.
 */
export function uniformity(answers: readonly (string | null)[]): Uniformity {
  const given = answers.filter((answer) => answer !== null);
  const counts = new Map<string, number>();
  let [run, longestRun] = [0, 0];
  for (const [index, answer] of given.entries()) {
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    run = index > 0 && given[index - 1] === answer ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  }
  const n = given.length;
  const alike = sumOf([...counts.values()].map((count) => count * (count - 1)));
  return { answered: n, longestRun, variability: n < 2 ? undefined : 1 - alike / (n * (n - 1)) };
}
