import { dayOf, partOfDay } from '../calendar.ts';
import type { Outcome } from '../vocabulary.ts';
import { cellOf, contactCells, type ContactCell } from './contact-cells.ts';

/** One past attempt, of any round; `occurredAt` ISO 8601. */
export type ContactVisit = {
  householdId: string;
  stairwellId: string;
  communityId: string;
  occurredAt: string;
  outcome: Outcome;
};

/** A door, or a stairwell as a whole. */
export type ContactPlace = Pick<ContactVisit, 'stairwellId' | 'communityId'> & {
  householdId?: string | undefined;
};

/** Attempts, and those at which somebody was met. */
type Counts = { tries: number; reached: number };

export const tallyLevels = ['door', 'stairwell', 'community'] as const;
export type TallyLevel = (typeof tallyLevels)[number];

type CountsByCell = Partial<Record<ContactCell, Counts>>;

/** Attempts by place and cell. */
export type ContactTally = Readonly<Record<TallyLevel, ReadonlyMap<string, CountsByCell>>>;

/** How often somebody was met at such a time, and whose attempts those were. */
export type TimeEstimate = Counts & { cell: ContactCell; level: TallyLevel };

/** With fewer attempts in a cell the next wider place is asked. */
export const fewestTries: Record<TallyLevel, number> = { door: 3, stairwell: 10, community: 20 };

/** Where nobody lives, nobody could be met: such a visit says nothing about the time of day. */
const nobodyLives: ReadonlySet<Outcome> = new Set(['vacant', 'notResidential', 'notFound']);
const nobodyMet: ReadonlySet<Outcome> = new Set(['notHome', 'noAccess']);

export function tallyContacts(visits: readonly ContactVisit[]): ContactTally {
  const tally = {
    door: new Map<string, CountsByCell>(),
    stairwell: new Map<string, CountsByCell>(),
    community: new Map<string, CountsByCell>(),
  };
  for (const { householdId, stairwellId, communityId, occurredAt, outcome } of visits) {
    if (nobodyLives.has(outcome)) continue;
    const cell = cellOf(dayOf(occurredAt), partOfDay(occurredAt));
    const met = !nobodyMet.has(outcome);
    count(tally.door, householdId, cell, met);
    count(tally.stairwell, stairwellId, cell, met);
    count(tally.community, communityId, cell, met);
  }
  return tally;
}

function count(places: Map<string, CountsByCell>, id: string, cell: ContactCell, met: boolean): void {
  const cells = places.get(id) ?? {};
  const { tries, reached } = cells[cell] ?? { tries: 0, reached: 0 };
  cells[cell] = { tries: tries + 1, reached: reached + (met ? 1 : 0) };
  places.set(id, cells);
}

/** The estimate for one cell from the narrowest place with enough attempts; undefined where there is none. */
export function estimateFor(
  tally: ContactTally,
  place: ContactPlace,
  cell: ContactCell,
): TimeEstimate | undefined {
  const ids = { door: place.householdId, stairwell: place.stairwellId, community: place.communityId };
  for (const level of tallyLevels) {
    const id = ids[level];
    const counts = id === undefined ? undefined : tally[level].get(id)?.[cell];
    if (counts !== undefined && counts.tries >= fewestTries[level]) return { cell, level, ...counts };
  }
  return undefined;
}

/** What is known about the times of a door, the most promising first; cells nothing is known of are left out. */
export function timesFor(
  tally: ContactTally,
  place: ContactPlace,
  among: readonly ContactCell[] = contactCells,
): TimeEstimate[] {
  return contactCells
    .filter((cell) => among.includes(cell))
    .flatMap((cell) => estimateFor(tally, place, cell) ?? [])
    .toSorted((a, b) => b.reached / b.tries - a.reached / a.tries);
}

/** A share this much below the best is as good: few attempts do not tell them apart. */
const asGood = 0.1;

/** The cells that promise most; all of them where nothing is known of any. A cell nothing is known of may be tried. */
export function promisingCells(
  tally: ContactTally,
  place: ContactPlace,
  among: readonly ContactCell[],
): readonly ContactCell[] {
  const known = timesFor(tally, place, among);
  const best = known[0];
  if (best === undefined) return among;
  const floor = best.reached / best.tries - asGood;
  const poor = new Set(known.filter((one) => one.reached / one.tries < floor).map(({ cell }) => cell));
  return among.filter((cell) => !poor.has(cell));
}
