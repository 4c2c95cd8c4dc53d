/**
 * Applies a batch of claimed records: all at once under one savepoint, and if that fails each under its own,
 * so that one record the database refuses does not take the others with it.
 */
import type { MutationKind } from '@huhudao/protocol';
import { Problem } from '@huhudao/protocol';
import type { ClaimedRecord, RecordAppliers, RecordResult } from '../http/records.ts';
import { refused } from '../http/records.ts';
import type { StreetTx } from '../http/transaction.ts';

/** Corrections come after what they correct, whatever their place in the batch. */
const order: readonly MutationKind[] = [
  'recordVisit',
  'recordResponse',
  'amendVisit',
  'planVisit',
  'cancelPlan',
  'recordRevisit',
];

export async function applyBatch(
  tx: StreetTx,
  appliers: RecordAppliers,
  records: readonly ClaimedRecord[],
): Promise<RecordResult[]> {
  try {
    return await underSavepoint(tx, (inner) => applyAll(inner, appliers, records));
  } catch (error) {
    if (isPassing(error)) throw error;
    return applyEach(tx, appliers, records);
  }
}

async function applyEach(
  tx: StreetTx,
  appliers: RecordAppliers,
  records: readonly ClaimedRecord[],
): Promise<RecordResult[]> {
  const results: RecordResult[] = [];
  for (const kind of order) {
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
}

function underSavepoint<T>(tx: StreetTx, work: (inner: StreetTx) => Promise<T>): Promise<T> {
  return tx.sql.savepoint((sql) => work({ ...tx, sql })) as Promise<T>;
}

async function applyAll(
  tx: StreetTx,
  appliers: RecordAppliers,
  records: readonly ClaimedRecord[],
): Promise<RecordResult[]> {
  const results: RecordResult[] = [];
  for (const kind of order) {
    const ofKind = records.filter((record) => record.kind === kind);
    if (ofKind.length > 0) results.push(...(await applyKind(tx, appliers, kind, ofKind)));
  }
  return results;
}

/** The applier of a kind takes the payload of that kind; the filter above made sure of it. */
function applyKind<K extends MutationKind>(
  tx: StreetTx,
  appliers: RecordAppliers,
  kind: K,
  records: ClaimedRecord[],
): Promise<RecordResult[]> {
  return appliers[kind](tx, records as ClaimedRecord<K>[]);
}

const sqlState = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/** Nothing is wrong with the record: the database is away, full, or met another transaction. It is offered again. */
function isPassing(error: unknown): boolean {
  return !/^(22|23)/.test(sqlState(error)) && !(error instanceof Problem);
}
