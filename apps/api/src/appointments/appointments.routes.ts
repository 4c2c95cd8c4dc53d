import { timingSafeEqual } from 'node:crypto';
import { concernsEverybody, must } from '@huhudao/domain';
import {
  chooseAppointment,
  openAppointment,
  Problem,
  proveAppointment,
  withdrawAppointment,
  type AppointmentLink,
  type AppointmentOffer,
} from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import { appointmentKey } from '../http/appointment-keys.ts';
import type { Actor, Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './appointments.commands.ts';
import { findMaker } from './appointments.queries.ts';

/** A resident is nobody to the server. */
const nobody: Actor = { personId: null, deviceId: null };

export const appointmentRoutes = (announce: Announce) => [
  route(openAppointment, async ({ deps, body }) => {
    await expectGenuine(deps, body);
    return offer(deps, body);
  }),

  // Looked at before the street's head row is locked: who guesses, or asks again, holds up nobody.
  route(chooseAppointment, async ({ deps, body }) => {
    const { link, note, ...when } = body;
    await expectGenuine(deps, link);
    const said = note.trim();
    const wanted = { link, ...when, note: said === '' ? null : said };
    const { mine } = await commands.lookAt(deps.sql, link, now(deps));
    if (!commands.isSameChoice(mine, wanted))
      await inStreet(deps, link.streetId, nobody, commands.chooseAppointment, {
        ...wanted,
        announce,
      });
    return offer(deps, link);
  }),

  route(withdrawAppointment, async ({ deps, body: link }) => {
    await expectGenuine(deps, link);
    const { mine } = await commands.lookAt(deps.sql, link, now(deps));
    if (mine !== null)
      await inStreet(deps, link.streetId, nobody, commands.withdrawAppointment, { link, announce });
    return offer(deps, link);
  }),
];

const now = (deps: Deps): string => deps.now().toISOString();

/**
 * Nothing is looked up before the link proves that it was made for this very door: nobody learns by trying which doors
 * there are. @throws Problem linkDamaged; ticketUnknown where its tablet was revoked
 */
async function expectGenuine(deps: Deps, link: AppointmentLink): Promise<void> {
  const proof = await proveAppointment(appointmentKey(deps, link.roundId, link.maker), link);
  if (!timingSafeEqual(Buffer.from(proof), Buffer.from(link.proof))) throw new Problem('linkDamaged');
  if (link.maker === link.streetId) return;
  const [tablet] = await findMaker(deps.sql, link.maker);
  if (tablet === undefined || tablet.revokedAt !== null) throw new Problem('ticketUnknown');
}

async function offer(deps: Deps, link: AppointmentLink): Promise<AppointmentOffer> {
  const { door, mine, days } = await commands.lookAt(deps.sql, link, now(deps));
  const nameOf = (areaId: string) => must(deps.areas.get(areaId), 'an area').name;
  const { communityId, statement, phone } = door;
  const told = concernsEverybody(door.purpose) && statement.trim() !== '' ? statement.trim() : null;
  const chosen = mine && { day: mine.day, from: mine.from, until: mine.until, note: mine.note };
  return {
    streetName: nameOf(link.streetId),
    communityName: nameOf(communityId),
    statement: told,
    phone,
    days,
    chosen,
  };
}
