/**
 * Anonymous responses: stored with community and round only, in batches, in an order of their own. The audit
 * records how many came, and nothing else; claims keep id and content hash, so that a retry has one effect.
 */
import {
  anonymousBatchMinimum,
  anonymousResponse,
  Problem,
  type AnonymousResponse,
  type MutationResult,
} from '@huhudao/protocol';
import { refused, type RecordResult } from '../http/records.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { answerTaken, contentHashOf } from './anonymous-claims.ts';
import { checkAll } from './check-anonymous.ts';
import * as queries from './responses.queries.ts';
import type { ResponseWiring } from './record-responses.ts';
import { countingOf, storeAnonymous } from './store-anonymous.ts';

export type AnonymousInput = { responses: readonly unknown[] } & Pick<
  ResponseWiring,
  'versions' | 'mayCount'
>;

/** @throws Problem batchTooSmall: a few alone would stand beside the visits they came with. */
export const recordAnonymous = streetCommand({
  action: 'responses.anonymousReceived',
  withoutActor: true,
  subject: (input: AnonymousInput) => ({ count: input.responses.length }),
  run: async (tx, input): Promise<MutationResult[]> => {
    if (input.responses.length < anonymousBatchMinimum)
      throw new Problem('batchTooSmall', { limit: anonymousBatchMinimum });
    const results: RecordResult[] = [];
    const wellFormed: AnonymousResponse[] = [];
    for (const one of input.responses) {
      const parsed = anonymousResponse.safeParse(one);
      if (parsed.success) wellFormed.push(parsed.data);
      else results.push(refused(idOf(one), 'recordInvalid'));
    }
    const { known, fresh } = await claimAll(tx, wellFormed);
    const { checked, refusals } = await checkAll(tx, fresh, input.versions, 'visitor');
    if (refusals.length > 0)
      await queries.deleteAnonymousClaims(
        tx.sql,
        tx.streetId,
        refusals.map((one) => one.id),
      );
    await storeAnonymous(tx, await countingOf(tx, checked, input.mayCount));
    const accepted = checked.map(({ response }): MutationResult => ({ id: response.id, result: 'accepted' }));
    return [...results, ...refusals, ...known, ...accepted];
  },
});

async function claimAll(tx: StreetTx, responses: readonly AnonymousResponse[]) {
  if (responses.length === 0) return { known: [], fresh: [] };
  const claims = responses.map((one) => ({ id: one.id, contentHash: contentHashOf(tx, one) }));
  const free = new Set((await queries.claimAnonymous(tx.sql, tx.streetId, claims)).map((row) => row.id));
  const taken = claims.filter((one) => !free.has(one.id));
  const known = await answerTaken(tx, taken);
  return { known, fresh: responses.filter((one) => free.has(one.id)) };
}

function idOf(one: unknown): string {
  const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
  return typeof id === 'string' ? id.slice(0, 36) : '00000000-0000-0000-0000-000000000000';
}
