import { must } from '../must.ts';
import { contains, countsOn, isVisitable, overlap } from './slots.ts';
import type { PlannedSlot, RoundTimes, TimeWindow } from './slots.ts';

/** A door with the hours in which it does not want to be disturbed. */
export type QuietDoor = { householdId: string; quiet: readonly TimeWindow[] };

/** What has to be known to see clashes. */
export type ClashFacts = {
  /** The people of each team: leader, building head and members. */
  teams: ReadonlyMap<string, readonly string[]>;
  /** Each round a slot is looked at in. */
  rounds: ReadonlyMap<string, RoundTimes>;
  /** Doors with quiet hours, by stairwell. */
  quietDoors: ReadonlyMap<string, readonly QuietDoor[]>;
};

type Two = readonly [string, string];

/** What is wrong with one slot, or with two together; ids in ascending order. */
export type Clash =
  /** One team in two places at once. */
  | { kind: 'teamBusy'; slotIds: Two; teamId: string }
  /** People who belong to both of two teams that are under way at once. */
  | { kind: 'personBusy'; slotIds: Two; personIds: readonly string[] }
  /** Two teams of one round in one stairwell on one day. */
  | { kind: 'stairwellTaken'; slotIds: Two; stairwellId: string; teamIds: Two }
  /** Two rounds in one stairwell on one day; the doors both name, none where a slot is for the whole stairwell. */
  | {
      kind: 'otherRound';
      slotIds: Two;
      stairwellId: string;
      roundIds: Two;
      householdIds: readonly string[];
    }
  /** Within the quiet hours of the round, or of the doors named. */
  | { kind: 'quietHours'; slotIds: readonly [string]; of: 'round' | 'doors'; householdIds: readonly string[] }
  /** Before the round starts or after its deadline. */
  | { kind: 'outsideRound'; slotIds: readonly [string]; startsOn: string; deadline: string }
  /** In none of the round's windows, or outside the visiting hours. */
  | { kind: 'outsideWindows'; slotIds: readonly [string] };

/**
 * Every clash of one slot: with itself and with the others (plans that stand, of any round of the street).
 *
 * @throws Error where its round, or a team, is missing in the facts
 */
export function clashesOf(slot: PlannedSlot, others: readonly PlannedSlot[], facts: ClashFacts): Clash[] {
  const met = others.filter((other) => other.id !== slot.id && other.day === slot.day);
  return [...clashesAlone(slot, facts), ...met.flatMap((other) => clashesBetween(slot, other, facts))];
}

/** Every clash among slots, each told once. @throws Error where a round or a team is missing in the facts */
export function clashesAmong(slots: readonly PlannedSlot[], facts: ClashFacts): Clash[] {
  const alone = slots.flatMap((slot) => clashesAlone(slot, facts));
  const days = [...Map.groupBy(slots, ({ day }) => day).values()];
  const together = days.flatMap((sameDay) =>
    sameDay.flatMap((slot, index) =>
      sameDay.slice(index + 1).flatMap((other) => clashesBetween(slot, other, facts)),
    ),
  );
  return [...alone, ...together];
}

/** What is wrong with a slot whatever else is planned. A time the resident chose needs no window of the round. */
export function clashesAlone(slot: PlannedSlot, facts: ClashFacts): Clash[] {
  const round = must(facts.rounds.get(slot.roundId), 'the round of the slot');
  const slotIds = [slot.id] as const;
  const chosen = new Set(slot.appointmentIds);
  const clashes: Clash[] = [];
  if (slot.day < round.startsOn || slot.day > round.deadline)
    clashes.push({ kind: 'outsideRound', slotIds, startsOn: round.startsOn, deadline: round.deadline });
  const inWindow = round.windows.some((window) => countsOn(window, slot.day) && contains(window, slot));
  if (!isVisitable(slot) || (!inWindow && chosen.size === 0))
    clashes.push({ kind: 'outsideWindows', slotIds });
  if (chosen.size === 0 && round.quiet.some((quiet) => overlap(quiet, slot)))
    clashes.push({ kind: 'quietHours', slotIds, of: 'round', householdIds: [] });
  const disturbed = disturbedDoors(slot, facts).filter((id) => !chosen.has(id));
  if (disturbed.length > 0)
    clashes.push({ kind: 'quietHours', slotIds, of: 'doors', householdIds: disturbed });
  return clashes;
}

function disturbedDoors(slot: PlannedSlot, facts: ClashFacts): string[] {
  const named = slot.householdIds === undefined ? undefined : new Set(slot.householdIds);
  return (facts.quietDoors.get(slot.stairwellId) ?? [])
    .filter(({ householdId }) => named?.has(householdId) ?? true)
    .filter(({ quiet }) => quiet.some((window) => overlap(window, slot)))
    .map(({ householdId }) => householdId)
    .toSorted();
}

/** What is wrong with two slots together; the same whichever comes first. */
export function clashesBetween(one: PlannedSlot, other: PlannedSlot, facts: ClashFacts): Clash[] {
  if (one.day !== other.day || one.id === other.id) return [];
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  return [...clashesOfPeople(a, b, facts), ...clashesOfPlace(a, b)];
}

function clashesOfPeople(a: PlannedSlot, b: PlannedSlot, facts: ClashFacts): Clash[] {
  if (!overlap(a, b)) return [];
  const slotIds = [a.id, b.id] as const;
  if (a.teamId === b.teamId) return [{ kind: 'teamBusy', slotIds, teamId: a.teamId }];
  const there = new Set(must(facts.teams.get(a.teamId), 'the team of the slot'));
  const people = must(facts.teams.get(b.teamId), 'the team of the slot').filter((id) => there.has(id));
  const personIds = [...new Set(people)].toSorted();
  return personIds.length === 0 ? [] : [{ kind: 'personBusy', slotIds, personIds }];
}

function clashesOfPlace(a: PlannedSlot, b: PlannedSlot): Clash[] {
  if (a.stairwellId !== b.stairwellId) return [];
  const slotIds = [a.id, b.id] as const;
  const { stairwellId } = a;
  if (a.roundId !== b.roundId) {
    const named = new Set(a.householdIds);
    const householdIds = (b.householdIds ?? []).filter((id) => named.has(id)).toSorted();
    const roundIds = inOrder(a.roundId, b.roundId);
    return [{ kind: 'otherRound', slotIds, stairwellId, roundIds, householdIds }];
  }
  if (a.teamId === b.teamId) return [];
  return [{ kind: 'stairwellTaken', slotIds, stairwellId, teamIds: inOrder(a.teamId, b.teamId) }];
}

const inOrder = (a: string, b: string): Two => (a < b ? [a, b] : [b, a]);
