/**
 * What the sync concept hands to the concepts whose records tablets send, and what it gets back.
 */
import type { MutationKind, MutationPayload, ProblemCode, ProblemDetails } from '@huhudao/protocol';
import type { ClockReading } from '@huhudao/domain';
import type { Facts } from './facts.ts';
import type { StreetTx } from './transaction.ts';

/** A record whose form is right and whose id is claimed in this transaction. */
export type ClaimedRecord<K extends MutationKind = MutationKind> = {
  id: string;
  kind: K;
  sequence: number;
  payload: MutationPayload<K>;
  clock: ClockReading;
};

/** What became of a record; a refused one is kept in quarantine by the sync concept. */
export type RecordResult =
  | { id: string; result: 'accepted' | 'parallel' }
  | { id: string; result: 'rejected'; code: ProblemCode; details: ProblemDetails };

/** Applies records of one kind, all at once: a handful of statements whatever their number. */
export type ApplyRecords<K extends MutationKind> = (
  tx: StreetTx,
  records: ClaimedRecord<K>[],
  facts: Facts,
) => Promise<RecordResult[]>;

/** One for each kind of mutation, in the order in which a batch applies them. */
export type RecordAppliers = { [K in MutationKind]: ApplyRecords<K> };

export const refused = (id: string, code: ProblemCode, details: ProblemDetails = {}): RecordResult => ({
  id,
  result: 'rejected',
  code,
  details,
});
