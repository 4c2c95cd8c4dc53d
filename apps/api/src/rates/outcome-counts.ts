import { groupOfOutcome, outcomeGroups, type Outcome, type OutcomeGroup } from '@huhudao/domain';

/** Households by AAPOR group. */
export type OutcomeCounts = Record<OutcomeGroup, number>;

const noOutcomes = (): OutcomeCounts => ({ I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 });

/** One household that was not visited yet is of unknown eligibility. */
export function groupOutcomes(rows: readonly { outcome: Outcome | null; count: number }[]): OutcomeCounts {
  const counts = noOutcomes();
  for (const { outcome, count } of rows) counts[outcome === null ? 'UH' : groupOfOutcome[outcome]] += count;
  return counts;
}

/**
 * Responses beyond the doors that answered. Of parallel visits with anonymous responses nobody can tell which are of
 * one door: all count, and how many are too many is printed. Both numbers are public, so their difference tells
 * nothing new, and nothing of any one response.
 */
export const excessOf = (respondents: number, { I, P }: OutcomeCounts): number =>
  Math.max(0, respondents - I - P);

export function addOutcomes(all: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = noOutcomes();
  for (const counts of all) for (const group of outcomeGroups) sum[group] += counts[group];
  return sum;
}
