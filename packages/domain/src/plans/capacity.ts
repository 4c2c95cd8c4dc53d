import { dayOf, minutesOf } from '../calendar.ts';
import { must } from '../must.ts';
import type { TimeWindow } from './slots.ts';

/** One visit of a team; `occurredAt` ISO 8601. */
export type PaceVisit = { teamId: string; stairwellId: string; householdId: string; occurredAt: string };

/** How fast a team goes from door to door, and from how many occasions that is known. */
export type Pace = {
  doorsPerHour: number;
  /** How many occasions it is the median of; 0 for the default. */
  occasions: number;
  from: 'team' | 'everyone' | 'default';
};

/** Of a team nothing is known of: ten minutes a door, the empty ones counted in. An assumption, shown as one. */
export const defaultDoorsPerHour = 6;

/** A median of fewer occasions says little. */
export const fewestOccasions = 5;

const minute = 60_000;
/** A longer silence is a break: what follows is another occasion. */
const longestSilence = 45 * minute;
/** A whole landing entered at one tap says nothing about pace. */
const shortestOccasion = 10 * minute;
const fewestDoors = 3;

/**
 * The pace of each team: the median over its past occasions (one team in one stairwell on one day without a break of
 * 45 minutes, at least three doors in ten minutes) of doors per hour. The median, so that an afternoon entered in the
 * evening, or a talk of two hours, does not move it. A team with fewer than five occasions gets the median of all
 * teams' occasions, and where there are fewer than five of those, the default.
 */
export function teamPaces(visits: readonly PaceVisit[], teamIds: readonly string[]): Map<string, Pace> {
  const byTeam = Map.groupBy(occasionsOf(visits), ({ teamId }) => teamId);
  const everyone = paceFrom([...byTeam.values()].flat(), 'everyone');
  const fallback: Pace = everyone ?? { doorsPerHour: defaultDoorsPerHour, occasions: 0, from: 'default' };
  return new Map(teamIds.map((id) => [id, paceFrom(byTeam.get(id) ?? [], 'team') ?? fallback]));
}

/** How many doors fit a window. */
export function doorsThatFit(doorsPerHour: number, window: TimeWindow): number {
  return doorsIn(doorsPerHour, minutesOf(window.until) - minutesOf(window.from));
}

/** How many doors fit so many minutes. */
export const doorsIn = (doorsPerHour: number, minutes: number): number =>
  Math.max(0, Math.floor((doorsPerHour * minutes) / 60 + 1e-9));

/** How many minutes so many doors take, rounded up to a quarter of an hour. */
export const minutesFor = (doorsPerHour: number, doors: number): number =>
  Math.ceil((doors * 60) / doorsPerHour / 15 - 1e-9) * 15;

type Occasion = { teamId: string; doorsPerHour: number };

function paceFrom(occasions: readonly Occasion[], from: Pace['from']): Pace | undefined {
  if (occasions.length < fewestOccasions) return undefined;
  const paces = occasions.map(({ doorsPerHour }) => doorsPerHour).toSorted((a, b) => a - b);
  return { doorsPerHour: median(paces), occasions: paces.length, from };
}

function median(ascending: readonly number[]): number {
  const middle = ascending.slice(
    Math.floor((ascending.length - 1) / 2),
    Math.floor(ascending.length / 2) + 1,
  );
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function occasionsOf(visits: readonly PaceVisit[]): Occasion[] {
  const together = Map.groupBy(
    visits,
    ({ teamId, stairwellId, occurredAt }) => `${teamId} ${stairwellId} ${dayOf(occurredAt)}`,
  );
  return [...together.values()].flatMap((list) => {
    const { teamId } = must(list[0], 'a visit of the occasion');
    return sittings(list).flatMap((times) => {
      const span = must(times.at(-1), 'last visit') - must(times[0], 'first visit');
      if (times.length < fewestDoors || span < shortestOccasion) return [];
      // From the first record to the last lie as many doors as there are steps between them.
      return [{ teamId, doorsPerHour: ((times.length - 1) * 60 * minute) / span }];
    });
  });
}

/** The first record of each door, in order, cut at every break. */
function sittings(visits: readonly PaceVisit[]): number[][] {
  const firstAt = new Map<string, number>();
  for (const { householdId, occurredAt } of visits) {
    const at = Date.parse(occurredAt);
    firstAt.set(householdId, Math.min(at, firstAt.get(householdId) ?? at));
  }
  const parts: number[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const at of [...firstAt.values()].toSorted((a, b) => a - b)) {
    if (at - before > longestSilence) parts.push([]);
    must(parts.at(-1), 'the sitting of the visit').push(at);
    before = at;
  }
  return parts;
}
