import { dayOf } from '../calendar.ts';
import { groupOfOutcome, type Outcome } from '../vocabulary.ts';

/** What decides a household's outcome of one visit; instants ISO 8601. */
export type VisitFact = {
  id: string;
  outcome: Outcome;
  occurredAt: string;
  receivedAt: string;
  personId: string;
  /** The team that made it, where that is known. */
  teamId?: string | null;
};

export type Standing = {
  /** The outcome that counts now; null before the first visit. */
  outcome: Outcome | null;
  /** True where nothing more is to be tried: it counts as covered. */
  settled: boolean;
  /** Two teams at the door on one day made one. */
  attempts: number;
  latest: VisitFact | null;
};

/** Nobody was met: such a visit never takes back what somebody said before. */
const nobodyMet: ReadonlySet<Outcome> = new Set(['notHome', 'noAccess']);

export const meetsNobody = (outcome: Outcome): boolean => nobodyMet.has(outcome);

const settledAtOnce: ReadonlySet<Outcome> = new Set([
  'completed',
  'visited',
  'refusedHard',
  'unable',
  'ineligible',
  'vacant',
  'notResidential',
  'notFound',
]);

/** Order of occurrence, then of arrival, then of id: the same for every order of arrival of the same visits. */
function byOccurrence(a: VisitFact, b: VisitFact): number {
  for (const key of ['occurredAt', 'receivedAt', 'id'] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  }
  return 0;
}

/**
 * How a household stands after its visits: a pure function of the set (domain.md, "Visit outcomes"). The latest by
 * occurrence wins; a completed response is never replaced, a hard refusal never by a later "nobody home".
 */
export function standingOf(visits: readonly VisitFact[], attemptsWanted: number): Standing {
  const ordered = visits.toSorted(byOccurrence);
  let counting: VisitFact | null = null;
  for (const visit of ordered) if (replaces(counting, visit)) counting = visit;
  const outcome = counting?.outcome ?? null;
  return {
    outcome,
    settled: outcome !== null && isSettled(outcome, ordered, attemptsWanted),
    attempts: countAttempts(ordered),
    latest: ordered.at(-1) ?? null,
  };
}

/** Of a day the visits of the team that was there first. */
function countAttempts(ordered: readonly VisitFact[]): number {
  const first = new Map<string, VisitFact>();
  return ordered.filter((visit) => {
    const day = dayOf(visit.occurredAt);
    const there = first.get(day) ?? visit;
    first.set(day, there);
    return there.teamId === visit.teamId;
  }).length;
}

function replaces(counting: VisitFact | null, visit: VisitFact): boolean {
  if (counting === null) return true;
  if (counting.outcome === 'completed') return visit.outcome === 'completed';
  return !(counting.outcome === 'refusedHard' && nobodyMet.has(visit.outcome));
}

/**
 * A refusal allows one conversion attempt; being away needs the wanted attempts on as many days. Appointments and
 * unfinished responses stay open until they are kept or the round closes.
 */
function isSettled(outcome: Outcome, visits: readonly VisitFact[], attemptsWanted: number): boolean {
  if (settledAtOnce.has(outcome)) return true;
  if (outcome === 'refused') return refusedTwice(visits);
  if (!nobodyMet.has(outcome)) return false;
  return daysOf(visits.filter((visit) => groupOfOutcome[visit.outcome] !== 'NE')).size >= attemptsWanted;
}

const daysOf = (visits: readonly VisitFact[]): Set<string> =>
  new Set(visits.map(({ occurredAt }) => dayOf(occurredAt)));

/** The second refusal is that of another day: to two teams at the door on one day a household refuses once. */
export const refusedTwice = (visits: readonly VisitFact[]): boolean =>
  daysOf(visits.filter(({ outcome }) => outcome === 'refused')).size >= 2;

/** Whether a household with this outcome belongs in the denominator of coverage. */
export function isEligible(outcome: Outcome | null): boolean {
  return outcome === null || groupOfOutcome[outcome] !== 'NE';
}
