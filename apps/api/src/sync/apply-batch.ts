/** Applies a batch of claimed records: all at once, or each under a savepoint of its own. */
import type { MutationKind } from '@huhudao/protocol';
import { Problem } from '@huhudao/protocol';
import { readFacts, type Facts, type SenderReach } from '../http/facts.ts';
import type { ClaimedRecord, RecordAppliers, RecordResult } from '../http/records.ts';
import { refused } from '../http/records.ts';
import { Sent, together } from '../http/sent.ts';
import type { StreetTx } from '../http/transaction.ts';

/** What applies the records of each kind, and where their sender may do what. */
export type Applying = { appliers: RecordAppliers; reach: SenderReach };

export type ApplyBatch = (
  tx: StreetTx,
  applying: Applying,
  records: readonly ClaimedRecord[],
) => Promise<RecordResult[]>;

/** Kinds whose statements leave together, or whose records follow one another as they were made. */
type Step = { kinds: readonly MutationKind[]; inSequence?: true };

/**
 * Corrections come after what they correct, whatever their place in the batch. Visits and responses have nothing to do
 * with one another: their statements leave together. A plan made after another was taken back may need its hours, and
 * a plan may be taken back or accepted in the batch that makes it.
 */
const order: readonly Step[] = [
  { kinds: ['recordVisit', 'recordResponse'] },
  { kinds: ['amendVisit'] },
  { kinds: ['planVisit', 'cancelPlan', 'acceptPlan'], inSequence: true },
  { kinds: ['recordRevisit'] },
  { kinds: ['handOverRecord'] },
  { kinds: ['reportIssue'] },
];

const bySequence = (a: ClaimedRecord, b: ClaimedRecord): number => a.sequence - b.sequence;

/** The records of a step, each list to be applied at once and after the one before it. */
function listsOf(step: Step, records: readonly ClaimedRecord[]): ClaimedRecord[][] {
  const its = records.filter((record) => step.kinds.includes(record.kind));
  if (step.inSequence === true) return its.toSorted(bySequence).map((record) => [record]);
  return its.length === 0 ? [] : [its];
}

/** Applies records kind by kind. One that the database refuses fails the transaction, and all of them with it. */
export const applyAll: ApplyBatch = async (tx, { appliers, reach }, records) => {
  const facts = await readFacts(tx, records, reach);
  const results: RecordResult[] = [];
  for (const list of order.flatMap((step) => listsOf(step, records))) {
    const applied = [...Map.groupBy(list, (record) => record.kind)].map(([kind, ofKind]) =>
      applyKind(tx, appliers, kind, ofKind, facts),
    );
    results.push(...(await together(applied)).flat());
  }
  return results;
};

/** One that the database refuses is refused alone, and takes none of the others with it. */
export const applyEach: ApplyBatch = async (tx, applying, records) => {
  const results: RecordResult[] = [];
  for (const list of order.flatMap((step) => listsOf(step, records))) {
    for (const record of list) {
      try {
        results.push(...(await underSavepoint(tx, (inner) => applyAll(inner, applying, [record]))));
      } catch (error) {
        if (isPassing(error)) throw error;
        tx.deps.log.warn(
          { kind: record.kind, code: error instanceof Problem ? error.code : sqlState(error) },
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

/** The applier of a kind takes the payload of that kind; the grouping above made sure of it. */
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
