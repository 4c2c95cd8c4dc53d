import { partOfDay, type Outcome, type PartOfDay } from '@huhudao/domain';

/** One attempt at a door: device time (ISO 8601) and how it ended. */
export type Attempt = { at: string; outcome: Outcome };

export type TimeHint = {
  /** The part of the day in which nobody was home, and how often. */
  failed: PartOfDay;
  times: number;
  /** A part of the day that has not been tried yet. */
  attempt: PartOfDay;
};

const inOrder: readonly PartOfDay[] = ['evening', 'morning', 'afternoon'];
const nobodyHome = (attempt: Attempt): boolean => attempt.outcome === 'notHome';

/** When to come back after nobody was home: a part of the day that was not tried; undefined where there is no hint. */
export function timeHint(attempts: readonly Attempt[]): TimeHint | undefined {
  const failures = Map.groupBy(attempts.filter(nobodyHome), (attempt) => partOfDay(attempt.at));
  const worst = [...failures].toSorted((a, b) => b[1].length - a[1].length)[0];
  const untried = inOrder.find((part) => !failures.has(part));
  if (worst === undefined || untried === undefined) return undefined;
  return { failed: worst[0], times: worst[1].length, attempt: untried };
}
