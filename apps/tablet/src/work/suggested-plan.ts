/** A plan for the round on screen, suggested from what is on the tablet. */
import {
  addDays,
  suggestPlan,
  type LeftOver,
  type PlannedSlot,
  type SuggestedDoor,
  type SuggestedSlot,
  type SuggestedTeam,
} from '@huhudao/domain';
import { doorHistory } from './door-history.ts';
import type { PlanBook } from './plan-book.ts';
import type { StairwellView } from './round-view.ts';

export type SuggestedPlan = { slots: readonly SuggestedSlot[]; leftOver: readonly LeftOver[] };

/**
 * The stairwells one may plan, each for the team that holds its doors: only that team has them on its tablets. Where no
 * team holds them, for the teams of the community. Team by team, each around what the teams before it were given, so that
 * nobody is asked to be in two places. `today`: a Shanghai date; planned from tomorrow on. Yields after each team, so that a
 * street of sixty teams does not hold the screen up.
 */
export function* suggestInSteps(book: PlanBook, today: string): Generator<void, SuggestedPlan> {
  const { round } = book.view;
  const firstDay = today < round.deadline ? addDays(today, 1) : today;
  let slots: SuggestedSlot[] = [];
  const leftOver: LeftOver[] = [];
  for (const [holder, stairwells] of byHolder(book)) {
    const suggestion = suggestPlan({
      today,
      firstDay,
      round,
      stairwells: stairwells.map(({ stairwell: { id, communityId } }) => ({ id, communityId })),
      doors: stairwells.flatMap((one) => doorsOf(book, one)),
      teams: teamsFor(book, holder, stairwells),
      people: book.facts.teams,
      standing: [...book.standing, ...slots.map(withoutDoors)],
      contacts: book.contacts(),
    });
    const before = slots.length;
    slots = [
      ...slots,
      ...suggestion.slots.map((slot, index) => ({ ...slot, id: `suggested-${before + index + 1}` })),
    ];
    leftOver.push(...suggestion.leftOver);
    yield;
  }
  return { slots: slots.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)), leftOver };
}

const orderOf = ({ day, from, id }: PlannedSlot): string => `${day} ${from} ${id}`;

const withoutDoors = ({
  id,
  roundId,
  stairwellId,
  teamId,
  day,
  from,
  until,
}: SuggestedSlot): PlannedSlot => ({
  ...{ id, roundId, stairwellId, teamId, day, from, until },
});

/** By the team that holds most of the open doors; null where none does. */
function byHolder(book: PlanBook): Map<string | null, StairwellView[]> {
  const teams = new Map(book.teams.map((team) => [team.id, team]));
  const planned = book.view.stairwells.filter(
    ({ stairwell, doors }) =>
      stairwell.mine ||
      doors.some(({ household }) => teams.get(teamAt(book, household.id) ?? '')?.mine === true),
  );
  return Map.groupBy(planned, ({ doors }) => {
    const counts = new Map<string | null, number>();
    for (const { household } of doors.filter(({ standing }) => !standing.settled)) {
      const teamId = teamAt(book, household.id);
      const known = teamId !== null && teams.has(teamId) ? teamId : null;
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  });
}

const teamAt = ({ doors }: PlanBook, householdId: string): string | null =>
  doors().get(householdId)?.assignment.teamId ?? null;

function teamsFor(
  book: PlanBook,
  holder: string | null,
  stairwells: readonly StairwellView[],
): SuggestedTeam[] {
  const pace = (id: string) => book.paceOf(id).doorsPerHour;
  if (holder === null)
    return book.teams.map(({ id, communityId }) => ({ id, communityId, doorsPerHour: pace(id) }));
  const communities = [...new Set(stairwells.map(({ stairwell }) => stairwell.communityId))];
  return communities.map((communityId) => ({ id: holder, communityId, doorsPerHour: pace(holder) }));
}

function doorsOf(book: PlanBook, { stairwell, doors }: StairwellView): SuggestedDoor[] {
  const records = book.doors();
  return doors.map((door) => ({
    householdId: door.household.id,
    stairwellId: stairwell.id,
    quiet: door.household.quiet,
    ...doorHistory(door, records.get(door.household.id), book.me),
  }));
}
