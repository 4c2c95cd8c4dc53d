import { addDays, partOfTime } from '../../calendar.ts';
import { must } from '../../must.ts';
import { nextAttempt } from '../callbacks.ts';
import { clashesOf } from '../clashes.ts';
import { partOfCell } from '../contact-cells.ts';
import { contains, countsOn } from '../slots.ts';
import type { SuggestedDoor, SuggestedSlot, SuggestRequest, Suggestion } from './request.ts';

/**
 * What is wrong with a suggestion, told anew from the request and from the rules, without anything of what suggests:
 * one word and the id for each fault.
 */
export function faultsOf(request: SuggestRequest, suggestion: Suggestion): string[] {
  return [
    ...clashFaults(request, suggestion),
    ...accountFaults(request, suggestion),
    ...suggestion.slots.flatMap((slot) => [
      ...slotFaults(request, slot),
      ...slot.householdIds.flatMap((id) => doorFaults(request, slot, id)),
    ]),
  ];
}

function clashFaults(request: SuggestRequest, { slots }: Suggestion): string[] {
  const facts = {
    teams: request.people,
    rounds: new Map([[request.round.id, request.round]]),
    quietDoors: Map.groupBy(request.doors, ({ stairwellId }) => stairwellId),
  };
  const all = [...request.standing, ...slots];
  return slots.flatMap((slot) => clashesOf(slot, all, facts).map(({ kind }) => `${kind} ${slot.id}`));
}

/** Every door is in exactly one of the four lists; whoever is closed is closed. */
function accountFaults(request: SuggestRequest, { slots, leftOver, covered, closed }: Suggestion): string[] {
  const told = [
    ...slots.flatMap(({ householdIds }) => householdIds),
    ...[...leftOver, ...covered, ...closed].map(({ householdId }) => householdId),
  ];
  const times = Map.groupBy(told, (id) => id);
  const known = new Set(request.doors.map(({ householdId }) => householdId));
  const shut = new Set(closed.map(({ householdId }) => householdId));
  return [
    ...[...known].filter((id) => !times.has(id)).map((id) => `lost ${id}`),
    ...[...times].filter(([, list]) => list.length > 1).map(([id]) => `twice ${id}`),
    ...[...times.keys()].filter((id) => !known.has(id)).map((id) => `unknown ${id}`),
    ...request.doors
      .filter((door) => (stateOf(request, door).state === 'closed') !== shut.has(door.householdId))
      .map(({ householdId }) => `closedWrongly ${householdId}`),
  ];
}

const stateOf = (request: SuggestRequest, door: SuggestedDoor) =>
  nextAttempt(door, request.today, request.round.attemptsWanted);

function slotFaults(request: SuggestRequest, slot: SuggestedSlot): string[] {
  const team = request.teams.find(({ id }) => id === slot.teamId);
  const stairwell = request.stairwells.find(({ id }) => id === slot.stairwellId);
  const counted = slot.reasons.reduce((sum, reason) => sum + ('doors' in reason ? reason.doors : 0), 0);
  const hours =
    (Date.parse(`1970-01-01T${slot.until}Z`) - Date.parse(`1970-01-01T${slot.from}Z`)) / 3_600_000;
  const tooMany = slot.householdIds.length > Math.max(1, (team?.doorsPerHour ?? 0) * hours + 1e-6);
  const found: [string, boolean][] = [
    ['empty', slot.householdIds.length === 0],
    ['elsewhere', team === undefined || team.communityId !== stairwell?.communityId],
    ['unexplained', counted !== slot.householdIds.length],
    ['overfull', tooMany && slot.householdIds.length > slot.appointmentIds.length],
    ['early', slot.appointmentIds.length === 0 && slot.day < request.firstDay],
  ];
  return found.filter(([, wrong]) => wrong).map(([word]) => `${word} ${slot.id}`);
}

function doorFaults(request: SuggestRequest, slot: SuggestedSlot, householdId: string): string[] {
  const door = request.doors.find((one) => one.householdId === householdId);
  if (door === undefined) return [];
  const next = stateOf(request, door);
  const found: [string, boolean][] = [['strange', door.stairwellId !== slot.stairwellId]];
  if (next.state === 'appointment') {
    const { day, from, until } = next.appointment;
    const agreed = slot.appointmentIds.includes(householdId);
    found.push(['broken', !agreed || day !== slot.day || !contains(slot, { from, until })]);
  }
  if (next.state === 'due') {
    const people = must(request.people.get(slot.teamId), 'people');
    const others = people.some((id) => !next.notBy.includes(id));
    const tried = next.tried.map(partOfCell);
    const from = next.notBefore > request.firstDay ? next.notBefore : request.firstDay;
    const choice = partsLeft(request, door, from).some((part) => !tried.includes(part));
    found.push(
      ['tooSoon', slot.day < next.notBefore],
      ['samePerson', next.notBy.length > 0 && !others],
      ['samePart', choice && tried.includes(partOfTime(slot.from))],
    );
  }
  return found.filter(([, wrong]) => wrong).map(([word]) => `${word} ${householdId}`);
}

/** Parts of the day in which the round still knocks from a day on: one of its quarters of an hour is nobody's quiet one. */
function partsLeft(request: SuggestRequest, door: SuggestedDoor, from: string) {
  const parts = new Set<ReturnType<typeof partOfTime>>();
  const quiet = [...request.round.quiet, ...door.quiet];
  const first = from > request.round.startsOn ? from : request.round.startsOn;
  for (let day = first; day <= request.round.deadline; day = addDays(day, 1)) {
    for (const window of request.round.windows.filter((one) => countsOn(one, day))) {
      for (const time of quarters.filter((one) => window.from <= one && one < window.until)) {
        if (!quiet.some((one) => one.from <= time && time < one.until)) parts.add(partOfTime(time));
      }
    }
  }
  return [...parts];
}

const quarters = Array.from({ length: 54 }, (_, index) => 8 * 60 + index * 15).map(
  (minutes) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
);
