/** The sealed store: what tablets could not send in a batch of five waits here, unreadable, until its round closes. */
import { openJson } from '@huhudao/outbox/open';
import { anonymousResponse, type AnonymousResponse, type MutationResult } from '@huhudao/protocol';
import { refused, type RecordResult } from '../http/records.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { answerTaken, contentHashOf } from './anonymous-claims.ts';
import * as queries from './responses.queries.ts';

type Box = { id: string; roundId: string; box: string };
export type SealedInput = { sealed: readonly Box[] };

export const storeSealed = streetCommand({
  action: 'responses.sealedReceived',
  withoutActor: true,
  subject: (input: SealedInput) => ({ count: input.sealed.length }),
  run: async (tx, { sealed }): Promise<MutationResult[]> => {
    const read = await Promise.all(sealed.map(async (one) => ({ one, content: await contentOf(tx, one) })));
    const claims = read.flatMap(({ one, content }) =>
      content === undefined ? [] : [{ id: one.id, contentHash: contentHashOf(tx, content) }],
    );
    const free = await claimFree(tx, claims);
    const known = await answerTaken(
      tx,
      claims.filter((claim) => !free.has(claim.id)),
    );
    const fresh = sealed.filter((one) => free.has(one.id));
    const open = await openRounds(tx, fresh);
    const late = fresh.filter((one) => !open.has(one.roundId)).map(({ id }) => id);
    if (late.length > 0) await queries.deleteAnonymousClaims(tx.sql, tx.streetId, late);
    const kept = fresh.filter((one) => open.has(one.roundId));
    if (kept.length > 0) await queries.insertSealed(tx.sql, tx.streetId, kept);
    const refusals: RecordResult[] = [
      ...read
        .filter(({ content }) => content === undefined)
        .map(({ one }) => refused(one.id, 'recordInvalid')),
      ...late.map((id) => refused(id, 'roundNotOpen')),
    ];
    const accepted = kept.map(({ id }): MutationResult => ({ id, result: 'accepted' }));
    return [...accepted, ...known, ...refusals.map((one) => one as MutationResult)];
  },
});

/**
 * What is inside a box, looked at only for its digest: an id that came in a batch and comes again in a box, after a
 * restore, is the same response. Undefined where it does not open or speaks of something else than its envelope.
 */
async function contentOf(tx: StreetTx, { id, roundId, box }: Box): Promise<AnonymousResponse | undefined> {
  const inside = await openJson(tx.deps.keys.sealing.pair, box).catch(() => undefined);
  const parsed = anonymousResponse.safeParse(inside);
  return parsed.success && parsed.data.id === id && parsed.data.roundId === roundId ? parsed.data : undefined;
}

async function claimFree(tx: StreetTx, claims: { id: string; contentHash: string }[]): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  return new Set((await queries.claimAnonymous(tx.sql, tx.streetId, claims)).map((row) => row.id));
}

async function openRounds(tx: StreetTx, boxes: readonly Box[]): Promise<Set<string>> {
  if (boxes.length === 0) return new Set();
  const ids = [...new Set(boxes.map((one) => one.roundId))];
  const rounds = await queries.listResponseRounds(tx.sql, tx.streetId, ids, tx.actor.personId);
  return new Set(rounds.filter((round) => round.state === 'open' && round.takesPart).map(({ id }) => id));
}
