/** The leave-behind slip (留言条): what is left at a door where nobody opened. */
import {
  addDays,
  cellOf,
  concernsEverybody,
  dayOf,
  partOfCell,
  type NextTime,
  type PartOfDay,
} from '@huhudao/domain';
import type { FrozenRecord, Work } from '@huhudao/outbox';
import { mutationPayloads, newId } from '@huhudao/protocol';
import { leftSlip, type CompiledVersion } from '@huhudao/questionnaire';
import type { Round, Team } from '../local/reference.types.ts';
import type { Appointment, DoorRef, LocalPart, OwnRecord, OwnVisit } from '../local/work.types.ts';
import type { OwnWork } from './own-work.ts';
import type { DoorStanding } from './standing.ts';

/**
 * What stands on it. Neither a name nor a room: neighbours read it too.
 * `at`: milliseconds since 1970. `again`: null where no time is named. `phone`: the community's; empty where it is not known.
 */
export type Slip = {
  communityName: string;
  teamName: string | null;
  at: number;
  statement: string | null;
  again: Appointment | null;
  phone: string;
};

/** When somebody comes again: a part of the day, the time agreed, or not said. */
export const comingAgain = ['morning', 'afternoon', 'evening', 'agreed', 'unsaid'] as const;
export type ComingAgain = (typeof comingAgain)[number];

/** When people are visited in each part of the day. */
const windows: Record<PartOfDay, Omit<Appointment, 'day'>> = {
  morning: { from: '09:00', until: '11:30' },
  afternoon: { from: '14:30', until: '17:00' },
  evening: { from: '18:30', until: '20:30' },
};

/**
 * Why we come, in the words of the round. A second visit, a call to 12345 or a check has to do with this one household:
 * of that nothing is said in a stairwell.
 */
export function statementFor({ purpose, statement }: Pick<Round, 'purpose' | 'statement'>): string | null {
  return concernsEverybody(purpose) && statement.trim() !== '' ? shortened(statement.trim()) : null;
}

/** The most characters of a statement that are read on a slip of paper. */
const mostOnSlip = 300;

/** Whole sentences from the beginning, as many as there is room for. */
function shortened(statement: string): string {
  const sentences = statement.match(/[^。！？!?.]+[。！？!?.]*\s*/g) ?? [];
  let said = '';
  for (const sentence of sentences) {
    if ((said + sentence).trimEnd().length > mostOnSlip) break;
    said += sentence;
  }
  return said === '' ? `${statement.slice(0, mostOnSlip - 1)}…` : said.trimEnd();
}

/** My team in a round. */
export const teamIn = (teams: readonly Team[], roundId: string): string | null =>
  teams.find((team) => team.mine && team.roundIds.includes(roundId))?.name ?? null;

/**
 * What is proposed: the time agreed, else the next time for this door; nothing where the round ends before, or has had
 * all its attempts.
 */
export function proposedAgain(
  round: Pick<Round, 'deadline' | 'attemptsWanted'>,
  standing: Pick<DoorStanding, 'appointment' | 'attempts'>,
  next: Pick<NextTime, 'notBefore' | 'best'> | undefined,
  now: number,
): { when: ComingAgain; day: string } {
  const today = dayOf(now);
  const { appointment } = standing;
  if (appointment !== null && appointment.day >= today) return { when: 'agreed', day: appointment.day };
  const tomorrow = addDays(today, 1);
  const first = next !== undefined && next.notBefore > tomorrow ? next.notBefore : tomorrow;
  if (first > round.deadline || standing.attempts >= round.attemptsWanted)
    return { when: 'unsaid', day: tomorrow };
  const best = next?.best;
  if (best === undefined) return { when: 'evening', day: first };
  const part = partOfCell(best);
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(first, ahead));
  const day = days.find((one) => one <= round.deadline && cellOf(one, part) === best);
  return { when: part, day: day ?? first };
}

/** The time that stands on the slip. */
export function againAt(when: ComingAgain, day: string, appointment: Appointment | null): Appointment | null {
  if (when === 'unsaid') return null;
  return when === 'agreed' ? appointment : { day, ...windows[when] };
}

/** Whether the round's visit form has a place to say that a slip was left. */
export const asksForSlip = (form: CompiledVersion): boolean =>
  form.questions.some(
    ({ name, ...question }) =>
      name === leftSlip.question && question.kind === 'multiple' && question.codes.includes(leftSlip.choice),
  );

/** What the visit form says where a slip was left. */
export const slipAnswers = { [leftSlip.question]: [leftSlip.choice] };

/**
 * My visit of today at a door where nobody was home: the one the slip belongs to. One that was refused is put right by
 * itself first.
 */
export function visitOfSlip(
  { own, held, records }: OwnWork,
  door: Pick<DoorRef, 'roundId' | 'householdId'>,
  now: number,
): (OwnVisit & { id: string }) | undefined {
  const refused = new Set(records.filter(({ state }) => state === 'needsAttention').map(({ id }) => id));
  const isVisit = (record: OwnRecord): record is OwnVisit & { id: string } => record.kind === 'visit';
  return [...own, ...held.flatMap(({ work }) => work.local.own)]
    .filter(isVisit)
    .filter(({ id, roundId, householdId, outcome, at }) => {
      const here = roundId === door.roundId && householdId === door.householdId && !refused.has(id);
      return here && outcome === 'notHome' && dayOf(at) === dayOf(now);
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
}

/** Whether it was written down before that a slip was left with this visit: with it, or added to it. */
export const hasSlip = ({ own }: OwnWork, visit: OwnVisit & { id: string }): boolean =>
  visit.slip === true || own.some((record) => record.kind === 'slip' && record.visitId === visit.id);

/** Adds to a visit that a slip was left, and remembers that. Whatever else its form says stays. */
export function slipAmendment(visit: FrozenRecord, door: DoorRef, reason: string): Work<LocalPart> {
  if (visit.content.form !== 'readable') throw new Error('A visit is kept as it was written');
  const { formAnswers } = mutationPayloads.recordVisit.parse(visit.content.payload);
  const before = formAnswers[leftSlip.question];
  const others: unknown[] = Array.isArray(before)
    ? before.filter((one) => one !== 'none' && one !== leftSlip.choice)
    : [];
  const id = newId();
  const payload = {
    visitId: visit.id,
    formAnswers: { ...formAnswers, [leftSlip.question]: [...others, leftSlip.choice] },
    reason,
  };
  return {
    streetId: visit.streetId,
    mutations: [{ id, kind: 'amendVisit', payload, label: visit.label }],
    local: { own: [{ id, kind: 'slip', ...door, visitId: visit.id }], heldIds: [], draftIds: [] },
  };
}
