/**
 * The link by which a resident chooses when the visitors come: printed on the slip that was left at the door, or on a
 * notice. Everything stands behind the `#`, which no browser sends; nothing in it can be read as a name or a room.
 *
 * Whoever makes it signs it with a key that is good for one round: a tablet its own, so that it works where there is no
 * network, or the office. The server knows the keys and need not know beforehand which links were made.
 */
import { z } from 'zod';
import { answerPath, base64url, linkProof, sign, ticketToken } from './answer-link.ts';
import { day, id } from './fields.ts';

/** `maker`: the tablet that signed, or the street where the office printed it. `expiresOn`: the last day it is good. */
export const appointmentLink = z.strictObject({
  streetId: id,
  roundId: id,
  householdId: id,
  maker: id,
  expiresOn: day,
  token: ticketToken,
  proof: linkProof,
});
export type AppointmentLink = z.infer<typeof appointmentLink>;
export type UnsignedAppointmentLink = Omit<AppointmentLink, 'proof'>;

/** What tells it from a link for answers. */
const mark = 'visit';
/** Slips outlive a fortnight only where the round does not. */
export const longestAppointmentLink = 14;

/** Signs what a link says; `key` is the maker's for the round, base64url. */
export const proveAppointment = (
  key: string,
  { streetId, roundId, householdId, maker, expiresOn, token }: UnsignedAppointmentLink,
): Promise<string> =>
  sign(key, ['appointment', streetId, roundId, householdId, maker, expiresOn, token].join(' '));

/** A link for a door, with a token of 128 bits of its own. `origin` without a trailing slash. */
export async function makeAppointmentLink(
  origin: string,
  key: string,
  link: Omit<UnsignedAppointmentLink, 'token'>,
): Promise<string> {
  const token = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const proof = await proveAppointment(key, { ...link, token });
  return writeAppointmentLink(origin, { ...link, token, proof });
}

/** Ids are written as short as they can be: the code on the paper is the coarser for it, and old phones read it. */
export function writeAppointmentLink(origin: string, link: AppointmentLink): string {
  const ids = [link.streetId, link.roundId, link.householdId, link.maker].map(shortId);
  const parts = [mark, ...ids, link.expiresOn.replaceAll('-', ''), link.token, link.proof];
  return `${origin}${answerPath}#${parts.join('.')}`;
}

/** Reads what stands behind the `#`; undefined where it is none or was cut off. */
export function readAppointmentLink(fragment: string): AppointmentLink | undefined {
  const [first, streetId, roundId, householdId, maker, expires, token, proof, ...more] = fragment
    .replace(/^#/, '')
    .split('.');
  if (first !== mark || more.length > 0) return undefined;
  const read = appointmentLink.safeParse({
    streetId: longId(streetId),
    roundId: longId(roundId),
    householdId: longId(householdId),
    maker: longId(maker),
    expiresOn: expires?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    token,
    proof,
  });
  return read.success ? read.data : undefined;
}

function shortId(uuid: string): string {
  const hex = uuid.replaceAll('-', '');
  return base64url(
    Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16)),
  );
}

function longId(short: string | undefined): string | undefined {
  if (short === undefined || !/^[\w-]{22}$/.test(short)) return undefined;
  const bytes = atob(short.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = Array.from(bytes, (one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
