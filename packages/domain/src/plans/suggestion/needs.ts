import { cellsToTry, type ContactCell } from '../contact-cells.ts';
import { promisingCells } from '../contact-times.ts';
import { nextAttempt, type Appointment, type AttemptCause, type NextAttempt } from '../callbacks.ts';
import type { SuggestedDoor, SuggestedStairwell, SuggestRequest, Suggestion } from './request.ts';
import { keyOf, offeredCells } from './offered-cells.ts';
import { spanOf, type Span, type Stretch } from './stretches.ts';

/** Doors of one stairwell that may be tried at the same times, for the same cause. */
export type Need = {
  stairwellId: string;
  cause: AttemptCause;
  /** Empty on a weekday morning before. */
  afterMornings: boolean;
  /** The times at which they may be tried. */
  cells: readonly ContactCell[];
  /** Those that promise most; none for a first attempt, which takes what callbacks leave. */
  promising: readonly ContactCell[];
  notBefore: string;
  notBy: readonly string[];
  quiet: readonly Span[];
  /** Still without a slot, in the order of visiting. */
  waiting: string[];
};

export type Agreed = { householdId: string; stairwellId: string; appointment: Appointment };

/** What every door asks for, before anything is planned. */
export type Demand = {
  needs: ReadonlyMap<string, readonly Need[]>;
  agreed: readonly Agreed[];
  closed: Suggestion['closed'];
};

type Due = Extract<NextAttempt, { state: 'due' }>;

/** Sorts the doors by what is next at each. Doors of a stairwell that is not in the request are an error. */
export function demandOf(request: SuggestRequest, stretches: readonly Stretch[]): Demand {
  const offered = offeredCells(stretches);
  const stairwells = new Map(request.stairwells.map((one) => [one.id, one]));
  const groups = new Map<string, Map<string, Need>>(request.stairwells.map(({ id }) => [id, new Map()]));
  const agreed: Agreed[] = [];
  const closed: { householdId: string; reason: Suggestion['closed'][number]['reason'] }[] = [];
  for (const door of request.doors) {
    const stairwell = stairwells.get(door.stairwellId);
    const group = groups.get(door.stairwellId);
    if (stairwell === undefined || group === undefined)
      throw new Error('missing: the stairwell of a door in the request');
    const next = nextAttempt(door, request.today, request.round.attemptsWanted);
    if (next.state === 'closed') closed.push({ householdId: door.householdId, reason: next.reason });
    else if (next.state === 'appointment')
      agreed.push({ householdId: door.householdId, stairwellId: stairwell.id, ...next });
    else addTo(group, needOf(door, next, stairwell, request, offered));
  }
  const needs = new Map([...groups].map(([id, group]) => [id, mostBoundFirst([...group.values()])]));
  return { needs, agreed, closed };
}

function needOf(
  door: SuggestedDoor,
  due: Due,
  stairwell: SuggestedStairwell,
  { contacts, firstDay }: SuggestRequest,
  offered: (from: string, quiet: readonly Span[]) => readonly ContactCell[],
): Need {
  const quiet = door.quiet.map(spanOf);
  const notBefore = due.notBefore > firstDay ? due.notBefore : firstDay;
  const cells = cellsToTry(due.tried, offered(notBefore, quiet));
  const place = {
    householdId: door.householdId,
    stairwellId: stairwell.id,
    communityId: stairwell.communityId,
  };
  return {
    stairwellId: stairwell.id,
    cause: due.cause,
    afterMornings: due.tried.includes('weekdayMorning'),
    cells,
    promising: due.cause === 'first' ? [] : promisingCells(contacts, place, cells),
    notBefore,
    notBy: due.notBy,
    quiet,
    waiting: [door.householdId],
  };
}

function addTo(group: Map<string, Need>, need: Need): void {
  const { cause, afterMornings, cells, promising, notBefore, notBy, quiet } = need;
  const times = [...cells, '/', ...promising].join(' ');
  const key = `${cause} ${afterMornings} ${notBefore} ${times} ${notBy.join(' ')} ${keyOf(quiet)}`;
  const same = group.get(key);
  if (same === undefined) group.set(key, need);
  else same.waiting.push(...need.waiting);
}

/** Who has fewer times to choose from comes first. */
const mostBoundFirst = (needs: readonly Need[]): Need[] =>
  needs.toSorted((a, b) => a.cells.length - b.cells.length || (a.notBefore < b.notBefore ? 1 : -1));
