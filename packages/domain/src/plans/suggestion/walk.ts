import { must } from '../../must.ts';
import type { ContactCell } from '../contact-cells.ts';
import { lay, type Board } from './board.ts';
import { fillSlot, settle, suits, type Filling, type Occasion } from './fill-slot.ts';
import type { Need } from './needs.ts';
import { reasonsOf } from './reasons.ts';
import type { SlotReason, SuggestedStairwell, SuggestedTeam } from './request.ts';
import type { Span, Stretch } from './stretches.ts';

/** One walk through the calendar. */
export type Pass = {
  /** Which doors make a team go to a stairwell; others there that suit are taken along. */
  drives: (need: Need, cell: ContactCell) => boolean;
  /** With fewer minutes left a team does not begin a stairwell it cannot finish. */
  leastMinutes: number;
  /** Whether a team goes beyond its own stretch. */
  helping: boolean;
};

/** First the callbacks at the times that promise most, then everything in each team's own stretch, then help. */
const passes: readonly Pass[] = [
  { drives: (need, cell) => need.promising.includes(cell), leastMinutes: 30, helping: false },
  { drives: () => true, leastMinutes: 30, helping: false },
  { drives: () => true, leastMinutes: 0, helping: true },
];

type Walker = { team: SuggestedTeam; people: readonly string[]; route: SuggestedStairwell[]; at: number };

/** Sends the teams through the calendar, each along its stretch of the walking order, and round again. */
export function walk(board: Board): void {
  const ends = quietEnds(board);
  for (const pass of passes) {
    const walkers = board.request.teams.map((team) => walkerOf(board, team, pass));
    for (const stretch of board.stretches) {
      for (const walker of walkers) walkStretch(board, pass, walker, stretch, ends);
    }
  }
}

function walkerOf({ request, owners, needs }: Board, team: SuggestedTeam, pass: Pass): Walker {
  const route = request.stairwells.filter(
    ({ id, communityId }) =>
      (pass.helping ? communityId === team.communityId : owners.get(id) === team.id) &&
      needs.get(id)?.some(({ waiting }) => waiting.length > 0),
  );
  // One helps next to where one's own stretch begins.
  const at = Math.max(
    0,
    route.findIndex(({ id }) => owners.get(id) === team.id),
  );
  return { team, people: must(request.people.get(team.id), 'the people of the team'), route, at };
}

function walkStretch(
  board: Board,
  pass: Pass,
  walker: Walker,
  stretch: Stretch,
  ends: readonly number[],
): void {
  walker.route = keepOpen(board, walker);
  if (walker.route.length === 0) return;
  for (const piece of board.diary.freeWithin(walker.team.id, stretch.day, stretch)) {
    walkPiece(board, pass, walker, { ...stretch, ...piece }, ends);
  }
}

/** The route without stairwells where nobody waits any more; the walker keeps their place. */
function keepOpen({ needs }: Board, walker: Walker): SuggestedStairwell[] {
  const isOpen = ({ id }: SuggestedStairwell): boolean =>
    needs.get(id)?.some(({ waiting }) => waiting.length > 0) ?? false;
  const ahead = walker.route.slice(walker.at).filter(isOpen);
  const behind = walker.route.slice(0, walker.at).filter(isOpen);
  walker.at = 0;
  return [...ahead, ...behind];
}

function walkPiece(board: Board, pass: Pass, walker: Walker, piece: Stretch, ends: readonly number[]): void {
  const { team, people, route } = walker;
  const { doorsPerHour } = team;
  let start: number | undefined = piece.start;
  let after: string | undefined;
  while (start !== undefined) {
    const occasion: Occasion = { ...piece, start, doorsPerHour, people };
    const found = nextStop(board, pass, walker, occasion);
    if (found === undefined) {
      const now: number = start;
      start = ends.find((end) => end > now && end < piece.end);
      after = undefined;
      continue;
    }
    const stairwell = must(route[found.at], 'the stairwell on the route');
    walker.at = found.at;
    layStop(board, walker, stairwell, occasion, found.filling, after);
    after = stairwell.id;
    start = found.filling.end;
  }
}

function layStop(
  board: Board,
  { team }: Walker,
  stairwell: SuggestedStairwell,
  { day, cell, start }: Occasion,
  filling: Filling,
  after: string | undefined,
): void {
  settle(filling);
  const reasons: SlotReason[] = reasonsOf(filling, cell, stairwell, board.request.contacts);
  if (after !== undefined && after !== stairwell.id) reasons.push({ code: 'walkingOrder', after });
  const householdIds = filling.taken.flatMap((one) => one.householdIds);
  lay(board, { team, stairwell, day, start, end: filling.end, householdIds, appointmentIds: [], reasons });
}

/** The next stairwell on the route, from where the walker is, with doors for this occasion. */
function nextStop(
  { needs, diary, request }: Board,
  pass: Pass,
  { team, route, at }: Walker,
  occasion: Occasion,
): { at: number; filling: Filling } | undefined {
  for (let step = 0; step < route.length; step += 1) {
    const index = (at + step) % route.length;
    const stairwell = must(route[index], 'the stairwell on the route');
    const there = (needs.get(stairwell.id) ?? []).filter((need) => suits(need, occasion));
    const driving = there.filter((need) => pass.drives(need, occasion.cell));
    if (driving.length === 0 || !diary.mayEnter(stairwell.id, occasion.day, team.id, request.round.id))
      continue;
    const others = there.filter((need) => !driving.includes(need));
    const filling = fillSlot([...driving, ...others], occasion);
    if (isWorthIt(filling, driving, there, occasion, pass)) return { at: index, filling };
  }
  return undefined;
}

function isWorthIt(
  { taken, doors }: Filling,
  driving: readonly Need[],
  there: readonly Need[],
  { start, end }: Span,
  pass: Pass,
): boolean {
  if (!taken.some(({ need }) => driving.includes(need))) return false;
  if (end - start >= pass.leastMinutes) return true;
  return doors === there.reduce((sum, { waiting }) => sum + waiting.length, 0);
}

/** When quiet hours of doors end: a team that found nothing to do looks again then. */
function quietEnds({ needs }: Board): number[] {
  const ends = [...needs.values()].flat().flatMap(({ quiet }) => quiet.map(({ end }) => end));
  return [...new Set(ends)].toSorted((a, b) => a - b);
}
