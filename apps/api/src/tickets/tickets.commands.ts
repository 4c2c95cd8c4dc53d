/**
 * Single-use tickets for answering on one's own phone. A ticket belongs to a round and to nobody: the server does not
 * know who got it, and of its use only that it happened.
 */
import { addDays, dayOf } from '@huhudao/domain';
import { Problem, type OwnAnswers } from '@huhudao/protocol';
import { hashToken } from '../http/identity.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { newToken, receiptOf } from './ticket-secrets.ts';
import * as queries from './tickets.queries.ts';

/** Whoever wants to think about it has this many days, and never longer than the round. */
const longestDays = 14;

export type IssueInput = { roundId: string; count: number };
export type Issued = { tokens: string[]; expiresOn: string };

/**
 * The audit says how many were issued for which round, not to whom.
 * @throws Problem roundUnknown, roundNotOpen, notAssigned
 */
export const issueTickets = streetCommand({
  action: 'tickets.issued',
  withoutActor: true,
  subject: ({ roundId, count }: IssueInput) => ({ roundId, count }),
  run: async (tx, { roundId, count }): Promise<Issued> => {
    const [round] = await queries.findRound(tx.sql, tx.streetId, roundId, tx.actor.personId);
    if (round === undefined) throw new Problem('roundUnknown');
    if (round.state !== 'open' || round.questionnaireHash === null) throw new Problem('roundNotOpen');
    if (!round.takesPart) throw new Problem('notAssigned');
    const latest = addDays(dayOf(tx.at), longestDays);
    const expiresOn = round.deadline < latest ? round.deadline : latest;
    const tokens = Array.from({ length: count }, newToken);
    const hashes = tokens.map((token) => hashToken(token).toString('hex'));
    await queries.insertTickets(tx.sql, tx.streetId, roundId, expiresOn, hashes);
    return { tokens, expiresOn };
  },
});

/** So many used tickets are written anew with one that is used. */
const mixedWith = 1000;

/** A ticket that may be used today. @throws Problem ticketUnknown, answersClosed, ticketExpired */
export function expectGood(ticket: queries.TicketRow | undefined, today: string): queries.TicketRow {
  if (ticket === undefined) throw new Problem('ticketUnknown');
  if (ticket.roundState !== 'open') throw new Problem('answersClosed');
  if (ticket.expiresOn < today) throw new Problem('ticketExpired');
  return ticket;
}

/** No HMAC: the resident answered on the tablet instead, and the ticket is good for nothing any more. */
const answeredOnTablet = '00'.repeat(32);

/** @throws Problem ticketUsed, ticketAnsweredOnTablet */
export function expectUnused({ receipt }: queries.TicketRow): void {
  if (receipt === null) return;
  throw new Problem(receipt === answeredOnTablet ? 'ticketAnsweredOnTablet' : 'ticketUsed');
}

export type OwnResponse = Omit<OwnAnswers, 'token' | 'communityProof'> & { roundId: string };

/** Stores a response by its mode. @throws Problem where it is refused */
export type StoreOwn = (tx: StreetTx, response: OwnResponse) => Promise<void>;

/**
 * Uses a ticket up and stores what came with it, in one transaction.
 * @throws Problem ticketUsed, ticketAnsweredOnTablet and whatever `expectGood` and `store` do
 */
export async function spend(tx: StreetTx, sent: OwnAnswers, store: StoreOwn): Promise<void> {
  const { token, communityProof: _, ...response } = sent;
  const tokenHash = hashToken(token);
  const [found] = await queries.findTicket(tx.sql, tx.streetId, tokenHash);
  if (found !== undefined) expectUnused(found);
  const { roundId } = expectGood(found, dayOf(tx.at));
  await queries.markUsed(tx.sql, tx.streetId, { tokenHash, roundId, receipt: receiptOf(sent) }, mixedWith);
  await store(tx, { ...response, roundId });
}

/**
 * Whether an anonymous response from a tablet counts whose resident was shown these tickets before (hashes, hexadecimal).
 * Where one was used it does not: the answers that came with it cannot be told from others, and count. The others are used up.
 */
export async function mayCount(tx: StreetTx, roundId: string, hashes: readonly string[]): Promise<boolean> {
  let counts = true;
  for (const hash of hashes) {
    const tokenHash = Buffer.from(hash, 'hex');
    const [ticket] = await queries.findTicket(tx.sql, tx.streetId, tokenHash);
    if (ticket === undefined || ticket.roundId !== roundId) continue;
    if (ticket.receipt === null)
      await queries.markUsed(
        tx.sql,
        tx.streetId,
        { tokenHash, roundId, receipt: answeredOnTablet },
        mixedWith,
      );
    else if (ticket.receipt !== answeredOnTablet) counts = false;
  }
  return counts;
}

/** The same where the response names its household: the audit says that one came. */
export const spendLinked = (store: StoreOwn) =>
  streetCommand({
    action: 'responses.ownDeviceReceived',
    withoutActor: true,
    subject: () => ({ count: 1 }),
    run: (tx, sent: OwnAnswers) => spend(tx, sent, store),
  });
