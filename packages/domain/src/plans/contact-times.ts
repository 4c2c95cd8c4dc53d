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

/** Attempts by place and cell. */
export type ContactTally = ReadonlyMap<string, Counts>;

export const tallyLevels = ['door', 'stairwell', 'community'] as const;
export type TallyLevel = (typeof tallyLevels)[number];

/** How often somebody was met at such a time, and whose attempts those were. */
export type TimeEstimate = Counts & { cell: ContactCell; level: TallyLevel };

/** With fewer attempts in a cell the next wider place is asked. */
export const fewestTries: Record<TallyLevel, number> = { door: 3, stairwell: 10, community: 20 };

/** Where nobody lives, nobody could be met: such a visit says nothing about the time of day. */
const nobodyLives: ReadonlySet<Outcome> = new Set(['vacant', 'notResidential', 'notFound']);
const nobodyMet: ReadonlySet<Outcome> = new Set(['notHome', 'noAccess']);

export function tallyContacts(visits: readonly ContactVisit[]): ContactTally {
  const tally = new Map<string, Counts>();
  for (const visit of visits) {
    if (nobodyLives.has(visit.outcome)) continue;
    const cell = cellOf(dayOf(visit.occurredAt), partOfDay(visit.occurredAt));
    for (const level of tallyLevels) {
      const key = keyOf(level, visit, cell);
      const { tries, reached } = tally.get(key) ?? { tries: 0, reached: 0 };
      tally.set(key, { tries: tries + 1, reached: reached + (nobodyMet.has(visit.outcome) ? 0 : 1) });
    }
  }
  return tally;
}

function keyOf(level: TallyLevel, place: ContactPlace, cell: ContactCell): string {
  const ids = {
    door: place.householdId ?? 'none',
    stairwell: place.stairwellId,
    community: place.communityId,
  };
  return `${level} ${ids[level]} ${cell}`;
}

/** The estimate for one cell from the narrowest place with enough attempts; undefined where there is none. */
export function estimateFor(
  tally: ContactTally,
  place: ContactPlace,
  cell: ContactCell,
): TimeEstimate | undefined {
  for (const level of tallyLevels) {
    const counts = tally.get(keyOf(level, place, cell));
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
