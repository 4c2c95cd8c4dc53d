/**
 * The link by which a resident answers on their own phone. Everything stands behind the `#`, which no browser sends:
 * neither the ticket nor the household reaches a server's log or another site's.
 *
 * The proofs are made on the tablet with a key that stays there: whoever changes the household or the community in a
 * link has no proof for the other one.
 */
import { z } from 'zod';
import { id } from './fields.ts';

/** Where the residents' page is served. */
export const answerPath = '/answer/';

/** 128 bits or more that nobody guesses, base64url. */
export const ticketToken = z.string().regex(/^[\w-]{22,64}$/);
/** The first 128 bits of an HMAC-SHA-256, base64url. */
export const linkProof = z.string().regex(/^[\w-]{22}$/);

const answerLink = z.strictObject({
  token: ticketToken,
  communityId: id,
  householdId: id,
  communityProof: linkProof,
  householdProof: linkProof,
});
export type AnswerLink = z.infer<typeof answerLink>;

const order = ['token', 'communityId', 'householdId', 'communityProof', 'householdProof'] as const;

/** The address to open on a phone. `origin` without a trailing slash. */
export const writeAnswerLink = (origin: string, link: AnswerLink): string =>
  `${origin}${answerPath}#${order.map((name) => link[name]).join('.')}`;

/** Reads what stands behind the `#`, with or without it; undefined where it is none or was cut off. */
export function readAnswerLink(fragment: string): AnswerLink | undefined {
  const parts = fragment.replace(/^#/, '').split('.');
  if (parts.length !== order.length) return undefined;
  const read = answerLink.safeParse(Object.fromEntries(order.map((name, index) => [name, parts[index]])));
  return read.success ? read.data : undefined;
}

/** Proves that a link for this ticket was made for the community. `key`: the ticket's own, base64url. */
export const proveCommunity = (key: string, communityId: string): Promise<string> =>
  sign(key, `community ${communityId}`);

/** Proves that a link for this ticket was made for the household. */
export const proveHousehold = (key: string, householdId: string): Promise<string> =>
  sign(key, `household ${householdId}`);

const proofBytes = 16;

/** The first 128 bits of an HMAC-SHA-256 of a text, base64url. */
export async function sign(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const digest = await crypto.subtle.sign('HMAC', imported, encoder.encode(text));
  return base64url(new Uint8Array(digest, 0, proofBytes));
}

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
