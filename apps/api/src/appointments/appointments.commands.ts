/**
 * What a resident chooses with the link on a slip or notice. One choice of a household stands in a round: the latest,
 * whichever of its links brought it. What was chosen is shown, changed and withdrawn by that link alone.
 */
import type { Db } from '@huhudao/db';
import { dayOf, endsChosen, freeWindows, instantOf, usualWindows, type OfferedDay } from '@huhudao/domain';
import { Problem, type AppointmentLink } from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import { hashToken } from '../http/identity.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './appointments.queries.ts';

export type Standing = { day: string; from: string; until: string; note: string | null; chosenAt: string };
/** A door as a link finds it: what it says of the household is no more than its own link chose. */
export type FoundDoor = { door: queries.DoorRow; mine: Standing | null; days: OfferedDay[] };

/**
 * @throws Problem ticketUnknown where there is no such door; appointmentLinkExpired, appointmentsClosed, appointmentOver
 *   where nothing is to be agreed any more
 */
export async function lookAt(db: Db, link: AppointmentLink, now: string): Promise<FoundDoor> {
  const { streetId, roundId, householdId } = link;
  const [door] = await queries.findDoor(db, streetId, roundId, householdId);
  if (door === undefined) throw new Problem('ticketUnknown');
  const today = dayOf(now);
  if (door.roundState !== 'open' || door.deadline < today) throw new Problem('appointmentsClosed');
  if (link.expiresOn < today) throw new Problem('appointmentLinkExpired');
  if (door.settled || door.doNotContact) throw new Problem('appointmentOver');
  const mine = hashToken(link.token).equals(door.tokenHash ?? Buffer.alloc(0)) ? standingOf(door) : null;
  const visits = mine === null ? [] : await queries.listVisits(db, streetId, roundId, householdId);
  if (mine !== null && visits.some((visit) => endsChosen(visit, mine))) throw new Problem('appointmentOver');
  const taken = await queries.listTaken(db, streetId, { ...door, roundId, householdId, from: today });
  const windows = door.windows.length === 0 ? usualWindows : door.windows;
  const round = { startsOn: door.startsOn, deadline: door.deadline };
  return { door, mine, days: freeWindows({ now, round, windows, quiet: door.quiet, taken }) };
}

function standingOf({ day, from, until, note, chosenAt, withdrawnAt }: queries.DoorRow): Standing | null {
  if (day === null || from === null || until === null || chosenAt === null || withdrawnAt !== null)
    return null;
  return { day, from, until, note, chosenAt };
}

/** While the visitors are on their way nothing is changed. @throws Problem appointmentTooLate */
function expectInTime(mine: Standing | null, now: string): void {
  if (mine === null) return;
  const at = Date.parse(now);
  const begins = Date.parse(instantOf(mine.day, mine.from));
  if (at >= begins && at < Date.parse(instantOf(mine.day, mine.until)))
    throw new Problem('appointmentTooLate');
}

export type ChooseInput = {
  link: AppointmentLink;
  day: string;
  from: string;
  until: string;
  note: string | null;
};

/** The same choice again, as a network that lost the answer brings it. */
export const isSameChoice = (mine: Standing | null, wanted: ChooseInput): boolean =>
  mine !== null && (['day', 'from', 'until', 'note'] as const).every((name) => mine[name] === wanted[name]);

type Told = { announce: Announce };
type Kind = 'appointmentMade' | 'appointmentChanged' | 'appointmentWithdrawn';

/** The team that has the door is told when, and at which door. */
async function tellTeam(
  tx: StreetTx,
  announce: Announce,
  kind: Kind,
  { door, when }: { door: queries.DoorRow; when: Pick<Standing, 'day' | 'from' | 'until'> },
  { roundId, householdId }: AppointmentLink,
): Promise<void> {
  if (door.teamId === null) return;
  const place = { stairwellId: door.stairwellId, householdId };
  const facts = { day: when.day, window: { from: when.from, until: when.until } };
  await announce(tx, { kind, roundId, place, teamIds: [door.teamId], facts });
}

const isAt = (standing: Standing | null, { day, from, until }: Omit<ChooseInput, 'link' | 'note'>): boolean =>
  standing?.day === day && standing.from === from && standing.until === until;

/** @throws Problem windowNotFree, appointmentTooLate and whatever `lookAt` does */
export const chooseAppointment = streetCommand({
  action: 'appointment.chosen',
  withoutActor: true,
  subject: ({ link: { roundId, householdId } }: ChooseInput & Told) => ({ roundId, householdId }),
  run: async (tx, wanted) => {
    const { sql, send, streetId, at, changeNumber } = tx;
    const { link, announce, ...chosen } = wanted;
    const { door, mine, days } = await lookAt(sql, link, at);
    expectInTime(mine, at);
    const free = days
      .find(({ day }) => day === chosen.day)
      ?.windows.some(({ from, until }) => from === chosen.from && until === chosen.until);
    if (!isAt(mine, chosen) && free !== true) throw new Problem('windowNotFree');
    const { roundId, householdId } = link;
    const row = { roundId, householdId, tokenHash: hashToken(link.token), ...chosen, chosenAt: at };
    send(queries.upsertChosen(sql, streetId, row));
    send(queries.markDoorChanged(sql, streetId, row, changeNumber));
    // Whichever link chose it: of a new note alone nobody is told, it comes with the door.
    const before = standingOf(door);
    if (isAt(before, chosen)) return;
    const stood = before !== null && before.day >= dayOf(at);
    const kind = stood ? 'appointmentChanged' : 'appointmentMade';
    await tellTeam(tx, announce, kind, { door, when: chosen }, link);
  },
});

/** @throws Problem appointmentTooLate and whatever `lookAt` does */
export const withdrawAppointment = streetCommand({
  action: 'appointment.withdrawn',
  withoutActor: true,
  subject: ({ link: { roundId, householdId } }: { link: AppointmentLink } & Told) => ({
    roundId,
    householdId,
  }),
  run: async (tx, { link, announce }) => {
    const { sql, send, streetId, at, changeNumber } = tx;
    const { door, mine } = await lookAt(sql, link, at);
    expectInTime(mine, at);
    if (mine === null) return;
    send(queries.markWithdrawn(sql, streetId, link, at));
    send(queries.markDoorChanged(sql, streetId, link, changeNumber));
    await tellTeam(tx, announce, 'appointmentWithdrawn', { door, when: mine }, link);
  },
});
