import { groupOfOutcome, outcomeGroups, type Outcome, type OutcomeGroup } from '../vocabulary.ts';

/** Households by AAPOR group. */
export type GroupCounts = Record<OutcomeGroup, number>;

const noOutcomes = (): GroupCounts => ({ I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 });

/** One household that was not visited yet is of unknown eligibility. */
export function groupOutcomes(rows: readonly { outcome: Outcome | null; count: number }[]): GroupCounts {
  const counts = noOutcomes();
  for (const { outcome, count } of rows) counts[outcome === null ? 'UH' : groupOfOutcome[outcome]] += count;
  return counts;
}

export function addOutcomes(all: readonly GroupCounts[]): GroupCounts {
  const sum = noOutcomes();
  for (const counts of all) for (const group of outcomeGroups) sum[group] += counts[group];
  return sum;
}
