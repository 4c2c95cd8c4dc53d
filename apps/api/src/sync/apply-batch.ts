/** Applies a batch of claimed records: all at once, or each under a savepoint of its own. */
import type { MutationKind } from '@huhudao/protocol';
import { Problem } from '@huhudao/protocol';
import { readFacts, type Facts } from '../http/facts.ts';
import type { ClaimedRecord, RecordAppliers, RecordResult } from '../http/records.ts';
import { refused } from '../http/records.ts';
import { Sent, together } from '../http/sent.ts';
import type { StreetTx } from '../http/transaction.ts';

export type ApplyBatch = (
  tx: StreetTx,
  appliers: RecordAppliers,
  records: readonly ClaimedRecord[],
) => Promise<RecordResult[]>;

/**
 * Corrections come after what they correct, whatever their place in the batch. Visits and responses have nothing to do
 * with one another: their statements leave together.
 */
const order: readonly (readonly MutationKind[])[] = [
  ['recordVisit', 'recordResponse'],
  ['amendVisit'],
  ['planVisit'],
  ['cancelPlan'],
  ['recordRevisit'],
];

/** Applies records kind by kind. One that the database refuses fails the transaction, and all of them with it. */
export const applyAll: ApplyBatch = async (tx, appliers, records) => {
  const facts = await readFacts(tx, records);
  const results: RecordResult[] = [];
  for (const kinds of order) {
    const applied = kinds.map((kind) => {
      const ofKind = records.filter((record) => record.kind === kind);
      return ofKind.length === 0 ? [] : applyKind(tx, appliers, kind, ofKind, facts);
    });
    results.push(...(await together(applied)).flat());
  }
  return results;
};

/** One that the database refuses is refused alone, and takes none of the others with it. */
export const applyEach: ApplyBatch = async (tx, appliers, records) => {
  const results: RecordResult[] = [];
  for (const kind of order.flat()) {
    for (const record of records.filter((one) => one.kind === kind)) {
      try {
        results.push(...(await underSavepoint(tx, (inner) => applyAll(inner, appliers, [record]))));
      } catch (error) {
        if (isPassing(error)) throw error;
        tx.deps.log.warn(
          { kind, code: error instanceof Problem ? error.code : sqlState(error) },
          'record refused by the database',
        );
        results.push(
          error instanceof Problem
            ? refused(record.id, error.code, error.details)
            : refused(record.id, 'recordInvalid'),
        );
      }
    }
  }
  return results;
};

function underSavepoint<T>(tx: StreetTx, work: (inner: StreetTx) => Promise<T>): Promise<T> {
  return tx.sql.savepoint(async (sql) => {
    const sent = new Sent();
    const result = await work({ ...tx, sql, send: sent.send });
    await sent.arrived();
    return result;
  }) as Promise<T>;
}

/** The applier of a kind takes the payload of that kind; the filter above made sure of it. */
function applyKind<K extends MutationKind>(
  tx: StreetTx,
  appliers: RecordAppliers,
  kind: K,
  records: ClaimedRecord[],
  facts: Facts,
): Promise<RecordResult[]> {
  return appliers[kind](tx, records as ClaimedRecord<K>[], facts);
}

const sqlState = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/** Nothing is wrong with the record: the database is away, full, or met another transaction. It is offered again. */
export function isPassing(error: unknown): boolean {
  return !/^(22|23)/.test(sqlState(error)) && !(error instanceof Problem);
}
