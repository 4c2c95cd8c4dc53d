import { minutesOf, partOfTime } from '../../calendar.ts';
import { must } from '../../must.ts';
import { defaultDoorsPerHour, doorsThatFit } from '../capacity.ts';
import { cellOf } from '../contact-cells.ts';
import { overlap, type PlannedSlot } from '../slots.ts';
import { fillSlot, settle } from './fill-slot.ts';
import type { Agreed, Demand } from './needs.ts';
import type { SuggestRequest, Suggestion } from './request.ts';

/**
 * Which doors the plans of this round that stand will reach, from today on: those a plan names; otherwise as many as fit
 * it of those that may be visited then. They wait no longer. What remains of the appointments is given back.
 */
export function cover(
  request: SuggestRequest,
  demand: Demand,
): { covered: Suggestion['covered']; agreed: Agreed[] } {
  const covered: { householdId: string; slotId: string }[] = [];
  let agreed = [...demand.agreed];
  const own = request.standing
    .filter((slot) => slot.roundId === request.round.id && slot.day >= request.today)
    .toSorted((a, b) => (`${a.day} ${a.from} ${a.id}` < `${b.day} ${b.from} ${b.id}` ? -1 : 1));
  for (const slot of own) {
    const kept = agreed.filter((one) => isKept(one, slot));
    agreed = agreed.filter((one) => !kept.includes(one));
    const reached = [
      ...kept.map(({ householdId }) => householdId),
      ...reach(slot, kept.length, request, demand),
    ];
    covered.push(...reached.map((householdId) => ({ householdId, slotId: slot.id })));
  }
  return { covered, agreed };
}

const isKept = ({ stairwellId, householdId, appointment }: Agreed, slot: PlannedSlot): boolean =>
  stairwellId === slot.stairwellId &&
  appointment.day === slot.day &&
  overlap(appointment, slot) &&
  (slot.householdIds?.includes(householdId) ?? true);

/** Takes the doors the slot reaches out of what waits. */
function reach(slot: PlannedSlot, already: number, request: SuggestRequest, demand: Demand): string[] {
  const needs = demand.needs.get(slot.stairwellId) ?? [];
  if (slot.householdIds !== undefined) {
    const named = new Set(slot.householdIds);
    return needs.flatMap((need) => {
      const reached = need.waiting.filter((id) => named.has(id));
      need.waiting = need.waiting.filter((id) => !named.has(id));
      return reached;
    });
  }
  const team = request.teams.find(({ id }) => id === slot.teamId);
  const doorsPerHour = team?.doorsPerHour ?? defaultDoorsPerHour;
  if (doorsThatFit(doorsPerHour, slot) <= already) return [];
  const filling = fillSlot(
    needs,
    {
      day: slot.day,
      cell: cellOf(slot.day, partOfTime(slot.from)),
      start: minutesOf(slot.from),
      end: minutesOf(slot.until),
      doorsPerHour,
      people: must(request.people.get(slot.teamId), 'the people of the team'),
    },
    already,
  );
  settle(filling);
  return filling.taken.flatMap(({ householdIds }) => householdIds);
}
