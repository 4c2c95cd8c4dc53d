import { dayOf, timeOf } from '../calendar.ts';
import type { PlanRequest } from './plan-stairwell.ts';

/** A plan that stands, and whether its team has made a visit in its stairwell on its day. */
export type LeasedSlot = PlanRequest & { visited: boolean };

/**
 * A planned slot is a lease: it keeps other teams out of its stairwell for the day, and returns by itself when its hours
 * have passed without a visit. Nobody has to take it back.
 */
export function holdsStairwell(slot: LeasedSlot, now: string): boolean {
  const [today, time] = [dayOf(now), timeOf(now)];
  return slot.visited || slot.day > today || (slot.day === today && slot.until > time);
}
