import { z } from 'zod';
import { linkedModes } from '@huhudao/domain';
import { linkProof, ticketToken } from '../answer-link.ts';
import { endpoint } from '../endpoint.ts';
import { answers, contentHash, day, id, instant } from '../fields.ts';

/** The most tickets that are asked for at once, and that a tablet keeps for a round. */
export const ticketsKept = 20;

/** A single-use ticket as the tablet keeps it. The key makes the proofs in its link and never leaves the tablet. */
export const issuedTicket = z.strictObject({ token: ticketToken, key: z.string() });

export const issueTickets = endpoint({
  name: 'issueTickets',
  method: 'post',
  path: '/api/sync/tickets',
  summary: 'Single-use tickets for answering on one’s own phone, for a tablet to keep until it is offline',
  gate: { kind: 'device', permission: 'visits.record' },
  body: z.strictObject({ streetId: id, roundId: id, count: z.number().int().min(1).max(ticketsKept) }),
  response: z.strictObject({
    tickets: z.array(issuedTicket),
    /** The last day on which they are good. */
    expiresOn: day,
    /** Where residents reach the server, without a trailing slash; null: where the tablet does. */
    origin: z.string().nullable(),
  }),
});

/** A ticket, and the community its link was made for. */
const presented = { token: ticketToken, communityId: id, communityProof: linkProof };

export const openTicket = endpoint({
  name: 'openTicket',
  method: 'post',
  path: '/api/answers/open',
  summary: 'What a resident is asked by a ticket, and by whom; the ticket stays unused',
  gate: { kind: 'public' },
  body: z.strictObject(presented),
  response: z.strictObject({
    streetName: z.string(),
    communityName: z.string(),
    /** Why it is asked, as it is said at the door. */
    statement: z.string(),
    versionHash: contentHash,
    definition: z.record(z.string(), z.unknown()),
  }),
});

/**
 * As whom a resident answers. What is sent anonymously names no household and no time; the phone's clock when it sends
 * tells the server how far off the moment of consent is.
 */
const answeredAs = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('anonymous') }),
  z.strictObject({
    mode: z.enum(linkedModes),
    householdId: id,
    householdProof: linkProof,
    consentedAt: instant,
    sentAt: instant,
  }),
]);

export const ownAnswers = z.strictObject({
  ...presented,
  versionHash: contentHash,
  /** False where the resident stopped before the last question. */
  complete: z.boolean(),
  answers,
  as: answeredAs,
});
export type OwnAnswers = z.infer<typeof ownAnswers>;

export const sendAnswers = endpoint({
  name: 'sendAnswers',
  method: 'post',
  path: '/api/answers',
  summary:
    'A resident’s answers from their own phone; uses the ticket up. The same answers again have no effect',
  gate: { kind: 'public' },
  body: ownAnswers,
  // Said in so many words: a sign-in page of a network answers 200 as well.
  response: z.strictObject({ received: z.literal(true) }),
});
