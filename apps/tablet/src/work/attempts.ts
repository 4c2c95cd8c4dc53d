import type { OwnRecord } from '../local/work.types.ts';
import type { Attempt } from './best-time.ts';
import type { Door, RoundView } from './round-view.ts';

/** The attempts in this round this tablet knows the time of: its own, and the latest one of anybody. */
export function attemptsAt(own: readonly OwnRecord[], view: RoundView, door: Door): Attempt[] {
  const { latest } = door.standing;
  const mine = own.flatMap((record) =>
    record.kind === 'visit' && record.roundId === view.round.id && record.householdId === door.household.id
      ? [{ at: record.at, outcome: record.outcome }]
      : [],
  );
  // The office corrects a tablet's clock: its time of my own visit differs a little from mine.
  const known = mine.some((attempt) => latest !== null && sameVisit(attempt.at, latest.at));
  return latest === null || known ? mine : [...mine, latest];
}

const sameVisit = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) < 600_000;
