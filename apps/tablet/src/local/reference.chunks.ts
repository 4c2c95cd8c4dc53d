/**
 * Reference data is kept in chunks: what belongs to the whole street in one piece each, households and assignments by
 * stairwell. A pull rewrites only the chunks it touches, and a cold start opens a few hundred envelopes, not thousands.
 */
import { dayOf } from '@huhudao/domain';
import type { PulledPlanning, PullResponse } from '@huhudao/protocol';
import type {
  Assignment,
  Busy,
  Household,
  Issue,
  Plan,
  Revisit,
  StreetReference,
} from './reference.types.ts';

/** Within a street. */
const streetChunks = [
  'rounds',
  'teams',
  'stairwells',
  'plans',
  'busy',
  'planning',
  'revisits',
  'issues',
  'notices',
] as const;
const stairwellChunks = ['households', 'assignments'] as const;

export type Chunks = ReadonlyMap<string, readonly unknown[]>;
/** What a pull does to the store: chunks to write, and chunks to drop. */
export type ChunkChanges = { write: Map<string, readonly unknown[]>; drop: string[] };

/** The key under which a chunk of a street is stored. */
export const chunkKey = (streetId: string, name: string): string => `${streetId}/${name}`;

export const stairwellChunk = (kind: (typeof stairwellChunks)[number], stairwellId: string): string =>
  `${kind}:${stairwellId}`;

/**
 * Merges a page into the chunks. Rounds, teams, stairwells and notices always come whole; the rest are changes. A door is this
 * person's by an assignment or by a revisit that was given to them. A stairwell without such a door is none of this
 * tablet's business any more and goes; of its other doors, only what it takes to draw the stairwell stays.
 */
export function mergePage(current: Chunks, page: PullResponse): ChunkChanges {
  const before = page.reset ? new Map<string, readonly unknown[]>() : current;
  const revisits = mergeRevisits(chunkItems<Revisit>(before, 'revisits'), page);
  const mine = new Set(revisits.filter((revisit) => revisit.own).map((revisit) => revisit.householdId));
  const write = new Map<string, readonly unknown[]>([
    ['rounds', page.rounds],
    ['teams', page.teams],
    ['stairwells', page.stairwells],
    ['plans', mergePlans(chunkItems<Plan>(before, 'plans'), page)],
    ['busy', mergeBusy(chunkItems<Busy>(before, 'busy'), page)],
    ['notices', page.notices],
    ['planning', page.planning === null ? chunkItems<PulledPlanning>(before, 'planning') : [page.planning]],
  ]);
  const assigned = new Set<string>();
  for (const stairwell of page.stairwells) {
    const assignments = mergeAssignments(before, page, stairwell.id);
    for (const { householdId } of assignments) {
      assigned.add(householdId);
      mine.add(householdId);
    }
    const households = mergeHouseholds(before, page, stairwell.id, mine);
    write.set(stairwellChunk('households', stairwell.id), households);
    write.set(stairwellChunk('assignments', stairwell.id), assignments);
  }
  write.set(
    'revisits',
    revisits.filter((revisit) => mine.has(revisit.householdId)),
  );
  write.set(
    'issues',
    mergeIssues(chunkItems<Issue>(before, 'issues'), page).filter((issue) => assigned.has(issue.householdId)),
  );
  const drop = [...current.keys()].filter((name) => !write.has(name));
  return { write: onlyChanged(current, write), drop };
}

function mergeAssignments(before: Chunks, page: PullResponse, stairwellId: string): Assignment[] {
  const rounds = new Set(page.rounds.map((round) => round.id));
  return merged(
    chunkItems<Assignment>(before, stairwellChunk('assignments', stairwellId)),
    page.assignments.filter((assignment) => assignment.stairwellId === stairwellId),
    (assignment) => `${assignment.roundId} ${assignment.householdId}`,
  ).filter((assignment) => !assignment.gone && rounds.has(assignment.roundId));
}

function mergeHouseholds(
  before: Chunks,
  page: PullResponse,
  stairwellId: string,
  mine: ReadonlySet<string>,
): Household[] {
  const households = merged(
    chunkItems<Household>(before, stairwellChunk('households', stairwellId)),
    page.households.filter((household) => household.stairwellId === stairwellId),
    (household) => household.id,
  );
  if (!households.some((household) => mine.has(household.id))) return [];
  return households.map((household) => (mine.has(household.id) ? household : withoutPeople(household)));
}

const withoutPeople = (household: Household): Household => ({
  ...household,
  caution: null,
  residentName: null,
  initials: null,
  phone: null,
});

function mergePlans(before: readonly Plan[], page: PullResponse): Plan[] {
  const rounds = new Set(page.rounds.map((round) => round.id));
  const plans = merged(before, page.plans, (plan) => plan.id);
  // Of rounds that are not mine only what is ahead matters.
  const today = dayOf(page.serverTime);
  return plans.filter((plan) => !plan.cancelled && (rounds.has(plan.roundId) || plan.day >= today));
}

function mergeBusy(before: readonly Busy[], page: PullResponse): Busy[] {
  const today = dayOf(page.serverTime);
  const busy = merged(before, page.busy, (one) => one.id);
  return busy.filter((one) => !one.cancelled && one.day >= today);
}

function mergeRevisits(before: readonly Revisit[], page: PullResponse): Revisit[] {
  return merged(before, page.revisits, (revisit) => revisit.id).filter((revisit) => !revisit.gone);
}

function mergeIssues(before: readonly Issue[], page: PullResponse): Issue[] {
  return merged(before, page.issues, (issue) => issue.id).filter((issue) => !issue.gone);
}

/** The later one wins; the order of the first arrival stays. */
function merged<T>(before: readonly T[], changes: readonly T[], key: (item: T) => string): T[] {
  return [...new Map([...before, ...changes].map((item) => [key(item), item])).values()];
}

/** Chunks were written by `mergePage` itself: their items are of the chunk's kind. */
export function chunkItems<T>(chunks: Chunks, name: string): readonly T[] {
  return (chunks.get(name) ?? []) as readonly T[];
}

function onlyChanged(
  current: Chunks,
  next: Map<string, readonly unknown[]>,
): Map<string, readonly unknown[]> {
  const same = (name: string, items: readonly unknown[]) =>
    JSON.stringify(current.get(name)) === JSON.stringify(items);
  return new Map([...next].filter(([name, items]) => !same(name, items)));
}

/** Puts the chunks of a street together again. */
export function referenceOf(
  at: Pick<StreetReference, 'streetId' | 'cursor' | 'serverTime'>,
  chunks: Chunks,
): StreetReference {
  const whole: Record<string, unknown[]> = {};
  for (const kind of [...streetChunks, ...stairwellChunks])
    whole[kind] = [...chunks].filter(([name]) => name.split(':')[0] === kind).flatMap(([, items]) => items);
  return { ...at, ...(whole as Omit<StreetReference, keyof typeof at>) };
}
