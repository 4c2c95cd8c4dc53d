/**
 * The sealed store: what tablets could not send in a batch of five waits here until its round closes. It is stored
 * sealed; the server, which holds the key, opens each box in memory when it arrives, to check it while the tablet still
 * has it and can be told, and again when the round closes, to count it.
 */
import { openJson } from '@huhudao/outbox/open';
import {
  anonymousResponse,
  newRandomId,
  type AnonymousResponse,
  type MutationResult,
} from '@huhudao/protocol';
import { refused, type RecordResult } from '../http/records.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { answerTaken, contentHashOf } from './anonymous-claims.ts';
import { checkAll } from './check-anonymous.ts';
import * as queries from './responses.queries.ts';
import type { ResponseWiring } from './record-responses.ts';
import { countingOf, storeAnonymous, storeBoxes } from './store-anonymous.ts';

export type Box = { id: string; roundId: string; box: string };
type Wiring = Pick<ResponseWiring, 'versions' | 'mayCount'>;
export type SealedInput = { sealed: readonly Box[] } & Wiring;

export const storeSealed = streetCommand({
  action: 'responses.sealedReceived',
  withoutActor: true,
  subject: (input: SealedInput) => ({ count: input.sealed.length }),
  run: async (tx, { sealed, versions, mayCount }): Promise<MutationResult[]> => {
    const read = await Promise.all(sealed.map(async (box) => ({ box, content: await contentOf(tx, box) })));
    const contents = read.flatMap(({ content }) => content ?? []);
    const claims = contents.map((one) => ({ id: one.id, contentHash: contentHashOf(tx, one) }));
    const free = await claimFree(tx, claims);
    const known = await answerTaken(
      tx,
      claims.filter((claim) => !free.has(claim.id)),
    );
    const fresh = contents.filter((one) => free.has(one.id));
    const { checked, refusals } = await checkAll(tx, fresh, versions, 'visitor');
    const refusedIds = refusals.map((one) => one.id);
    if (refusedIds.length > 0) await queries.deleteAnonymousClaims(tx.sql, tx.streetId, refusedIds);
    const good = new Set(checked.map(({ response }) => response.id));
    const kept = sealed.filter((box) => good.has(box.id));
    if (kept.length > 0) await storeBoxes(tx, kept);
    // Settled now: a resident who answers on their phone after this is told that their answers are here.
    await countingOf(tx, checked, mayCount);
    const unread = read.flatMap(({ box, content }): RecordResult[] =>
      content === undefined ? [refused(box.id, 'recordInvalid')] : [],
    );
    const accepted = kept.map(({ id }): MutationResult => ({ id, result: 'accepted' }));
    return [...accepted, ...known, ...unread, ...refusals];
  },
});

/** What became of a round's boxes: responses stored, and boxes that stay where they are because they could not be. */
export type Opened = { stored: number; kept: number };

/**
 * Opens what a round's tablets had sealed and counts it with the rest; part of closing the round. Every box was good
 * when it was accepted. One that is not any more (another key, a changed row) was acknowledged all the same: it stays
 * in the store, and the street's office finds it among the records on hold.
 */
export async function openSealed(
  tx: StreetTx,
  roundId: string,
  { versions, mayCount }: Wiring,
): Promise<Opened> {
  const boxes = await queries.listSealed(tx.sql, tx.streetId, roundId);
  const opened = await Promise.all(boxes.map((one) => contentOf(tx, { ...one, roundId })));
  const responses = opened.filter((one) => one !== undefined);
  const { checked, refusals } = await checkAll(tx, responses, versions, 'store');
  const stored = checked.map(({ response }) => response.id);
  if (stored.length > 0) await queries.deleteSealed(tx.sql, tx.streetId, stored);
  // Other ids than they had in the store: nothing tells which box a response came from. They are claimed like all
  // others: a response without a claim would be known as one of those that came last.
  const renamed = checked.map((one) => ({ ...one, response: { ...one.response, id: newRandomId() } }));
  const claims = renamed.map(({ response }) => ({
    id: response.id,
    contentHash: contentHashOf(tx, response),
  }));
  await claimFree(tx, claims);
  await storeAnonymous(tx, await countingOf(tx, renamed, mayCount));
  const codes = new Map(refusals.flatMap((one) => (one.result === 'rejected' ? [[one.id, one.code]] : [])));
  const held = boxes
    .filter((box) => !stored.includes(box.id))
    .map(({ id }) => ({ id, problemCode: codes.get(id) ?? 'recordInvalid' }));
  if (held.length > 0) await queries.reportSealed(tx.sql, tx.streetId, roundId, held, tx.at);
  return { stored: stored.length, kept: held.length };
}

/** What is inside a box; undefined where it does not open or speaks of something else than its envelope. */
async function contentOf(tx: StreetTx, { id, roundId, box }: Box): Promise<AnonymousResponse | undefined> {
  const inside = await openJson(tx.deps.keys.sealing.pair, box).catch(() => undefined);
  const parsed = anonymousResponse.safeParse(inside);
  return parsed.success && parsed.data.id === id && parsed.data.roundId === roundId ? parsed.data : undefined;
}

/**
 * Claims by the digest of what is inside: an id that came in a batch and comes again in a box, after a restore, is the
 * same response.
 */
async function claimFree(tx: StreetTx, claims: { id: string; contentHash: string }[]): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  return new Set((await queries.claimAnonymous(tx.sql, tx.streetId, claims)).map((row) => row.id));
}
