/** The sealed store: what tablets could not send in a batch of five waits here, unreadable, until its round closes. */
import { createHash } from 'node:crypto';
import type { MutationResult } from '@huhudao/protocol';
import { refused, type RecordResult } from '../http/records.ts';
import { streetCommand } from '../http/transaction.ts';
import { answerTaken } from './anonymous-claims.ts';
import * as queries from './responses.queries.ts';

export type SealedInput = { sealed: readonly { id: string; roundId: string; box: string }[] };

export const storeSealed = streetCommand({
  action: 'responses.sealedReceived',
  withoutActor: true,
  subject: (input: SealedInput) => ({ count: input.sealed.length }),
  run: async (tx, { sealed }): Promise<MutationResult[]> => {
    const roundIds = [...new Set(sealed.map((one) => one.roundId))];
    const rounds = await queries.listResponseRounds(tx.sql, tx.streetId, roundIds, tx.actor.personId);
    const open = new Set(
      rounds.filter((round) => round.state === 'open' && round.takesPart).map((round) => round.id),
    );
    const usable = sealed.filter((one) => open.has(one.roundId));
    const refusals: RecordResult[] = sealed
      .filter((one) => !open.has(one.roundId))
      .map((one) => refused(one.id, 'roundNotOpen'));
    const claims = usable.map(({ id, box }) => ({
      id,
      contentHash: createHash('sha256').update(box).digest('hex'),
    }));
    const free = new Set(
      claims.length === 0
        ? []
        : (await queries.claimAnonymous(tx.sql, tx.streetId, claims)).map((row) => row.id),
    );
    const fresh = usable.filter((one) => free.has(one.id));
    if (fresh.length > 0) await queries.insertSealed(tx.sql, tx.streetId, fresh);
    const known = await answerTaken(
      tx,
      claims.filter((one) => !free.has(one.id)),
    );
    const accepted = fresh.map(({ id }): MutationResult => ({ id, result: 'accepted' }));
    return [...accepted, ...known, ...refusals];
  },
});
