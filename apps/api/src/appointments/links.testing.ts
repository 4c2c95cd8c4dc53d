/** Links for appointments, as the office prints them and as a tablet signs them. */
import { must } from '@huhudao/domain';
import { makeAppointmentLink, readAppointmentLink, type AppointmentLink } from '@huhudao/protocol';
import { appointmentKey } from '../http/appointment-keys.ts';
import type { Deps } from '../http/deps.ts';

type Door = Pick<AppointmentLink, 'streetId' | 'roundId' | 'householdId'>;

/** Signed with a key that a tablet was given. */
export async function signedLink(
  key: string,
  door: Door & { maker: string },
  expiresOn = '2026-11-24',
): Promise<AppointmentLink> {
  const address = await makeAppointmentLink('https://visits.example.cn', key, { ...door, expiresOn });
  return must(readAppointmentLink(new URL(address).hash), 'the link that was written');
}

export const printedLink = (deps: Deps, door: Door, expiresOn?: string): Promise<AppointmentLink> =>
  signedLink(appointmentKey(deps, door.roundId, door.streetId), { ...door, maker: door.streetId }, expiresOn);
