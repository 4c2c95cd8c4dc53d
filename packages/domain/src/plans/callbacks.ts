import { addDays, dayOf, partOfDay } from '../calendar.ts';
import type { Outcome } from '../vocabulary.ts';
import { refusedTwice, standingOf, type Standing, type VisitFact } from '../visits/final-outcome.ts';
import { cellOf, type ContactCell } from './contact-cells.ts';
import type { TimeWindow } from './slots.ts';

export type Appointment = TimeWindow & { day: string };

/** A visit of this round with the appointment it made. */
export type CallbackVisit = VisitFact & { appointment?: Appointment | undefined };

export type DoorHistory = {
  doNotContact: boolean;
  /** All visits of this round at the door. */
  visits: readonly CallbackVisit[];
  /** What the resident chose without a visit, by the code on the slip; the latest, not taken back. */
  booked?: Appointment | undefined;
};

/** Why a door is to be tried. */
export type AttemptCause =
  /** Nobody has been there in this round. */
  | 'first'
  /** Nobody was met. */
  | 'again'
  /** One attempt after a refusal, by somebody else. */
  | 'conversion'
  /** The response was left unfinished. */
  | 'finish'
  /** The time agreed upon has passed without a visit. */
  | 'missedAppointment';

/** What is next at a door in this round. */
export type NextAttempt =
  | { state: 'closed'; reason: 'doNotContact' | 'refusedHard' | 'refusedTwice' | 'settled' }
  | { state: 'appointment'; appointment: Appointment }
  | {
      state: 'due';
      cause: AttemptCause;
      /** The first day that is allowed. */
      notBefore: string;
      /** People who were refused here: somebody else asks. */
      notBy: readonly string[];
      /** When nobody was met, in order of occurrence. */
      tried: readonly ContactCell[];
    };

/** A soft refusal rests for so many days. */
export const conversionRest = 7;

const nobodyMet: ReadonlySet<Outcome | null> = new Set<Outcome | null>(['notHome', 'noAccess']);

/**
 * What is next at a door: a pure function of its visits (domain.md, "Visit outcomes"). Three attempts are on three
 * days, because the next is never on the day of the last; the times of day follow from `tried` by `cellsToTry`. A
 * resident who refused for good is asked again only at a time they chose themselves afterwards.
 */
export function nextAttempt(history: DoorHistory, today: string, attemptsWanted: number): NextAttempt {
  if (history.doNotContact) return { state: 'closed', reason: 'doNotContact' };
  const standing = standingOf(history.visits, attemptsWanted);
  const agreed = standing.outcome === 'appointment' ? appointmentOf(history.visits) : undefined;
  const hard = history.visits.some(({ outcome }) => outcome === 'refusedHard');
  if (hard && standing.outcome !== 'appointment') return { state: 'closed', reason: 'refusedHard' };
  const { booked } = history;
  const open = !standing.settled || nobodyMet.has(standing.outcome);
  const next = open ? firstFrom(today, hard ? [agreed] : [agreed, booked]) : undefined;
  if (next !== undefined) return { state: 'appointment', appointment: next };
  // The time chosen after a hard refusal has passed: that was the last time.
  if (hard) return { state: 'closed', reason: 'refusedHard' };
  if (standing.settled) return { state: 'closed', reason: 'settled' };
  return dueAttempt(history.visits, standing, today);
}

function dueAttempt(visits: readonly CallbackVisit[], standing: Standing, today: string): NextAttempt {
  // Who has begun to answer, or agreed upon a time, has taken the refusal back.
  const stands = standing.outcome === 'refused' || nobodyMet.has(standing.outcome);
  const refusals = stands ? visits.filter(({ outcome }) => outcome === 'refused') : [];
  if (refusedTwice(refusals)) return { state: 'closed', reason: 'refusedTwice' };
  const rested = refusals.map((visit) => addDays(dayOf(visit.occurredAt), conversionRest));
  const dayAfter = standing.latest === null ? [] : [addDays(dayOf(standing.latest.occurredAt), 1)];
  const tried = visits
    .filter(({ outcome }) => nobodyMet.has(outcome))
    .toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
    .map(({ occurredAt }) => cellOf(dayOf(occurredAt), partOfDay(occurredAt)));
  return {
    state: 'due',
    cause: causeOf(standing.outcome, refusals.length > 0),
    notBefore: [today, ...dayAfter, ...rested].reduce((a, b) => (a > b ? a : b)),
    notBy: [...new Set(refusals.map(({ personId }) => personId))].toSorted(),
    tried,
  };
}

function causeOf(outcome: Outcome | null, refused: boolean): AttemptCause {
  if (refused) return 'conversion';
  if (outcome === null) return 'first';
  if (outcome === 'appointment') return 'missedAppointment';
  return outcome === 'partial' ? 'finish' : 'again';
}

/** The appointment of the latest visit that made one. */
function appointmentOf(visits: readonly CallbackVisit[]): Appointment | undefined {
  return visits
    .filter(({ appointment }) => appointment !== undefined)
    .reduce<CallbackVisit | undefined>(
      (latest, visit) => (latest === undefined || visit.occurredAt > latest.occurredAt ? visit : latest),
      undefined,
    )?.appointment;
}

function firstFrom(
  today: string,
  appointments: readonly (Appointment | undefined)[],
): Appointment | undefined {
  const [first] = appointments
    .filter((one) => one !== undefined)
    .filter(({ day }) => day >= today)
    .toSorted((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1));
  return first;
}
