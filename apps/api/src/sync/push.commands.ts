import { isStorable } from '@huhudao/domain';
import { newId, type MutationKind, type MutationResult, type ProblemCode } from '@huhudao/protocol';
import type { Actor, Deps } from '../http/deps.ts';
import type { ClaimedRecord, RecordResult } from '../http/records.ts';
import { refused } from '../http/records.ts';
import { inStreet, streetCommand, type StreetTx } from '../http/transaction.ts';
import { applyAll, applyEach, isPassing, type ApplyBatch, type Applying } from './apply-batch.ts';
import {
  deleteClaims,
  insertClaims,
  insertQuarantined,
  listClaims,
  type QuarantineRow,
} from './push.queries.ts';
import type { ReadMutation } from './read-mutations.ts';

export type PushInput = Applying & {
  read: ReadMutation[];
  sentAt: string;
  receivedAt: string;
  /** Whether the person’s roles in the street carry records of a kind. */
  may: (kind: MutationKind) => boolean;
};

type WellFormed = Extract<ReadMutation, { ok: true }>;

/** What is told about a record that had no readable id. */
const nameless = '00000000-0000-0000-0000-000000000000';

const isWellFormed = (one: ReadMutation): one is WellFormed => one.ok;

/**
 * Records all at once; where the database refuses one of them, nothing of that was written, and they are recorded
 * from the beginning, each under a savepoint of its own.
 */
export async function push(
  deps: Deps,
  streetId: string,
  actor: Actor,
  input: PushInput,
): Promise<MutationResult[]> {
  try {
    return await inStreet(deps, streetId, actor, pushAll, input);
  } catch (error) {
    if (isPassing(error)) throw error;
    return inStreet(deps, streetId, actor, pushEach, input);
  }
}

const pushAll = pushWith(applyAll);
const pushEach = pushWith(applyEach);

/** Claims every id, applies what is new, keeps what is refused. One transaction, a result for each record. */
function pushWith(apply: ApplyBatch) {
  return streetCommand({
    action: 'sync.pushed',
    subject: (_input: PushInput, results: MutationResult[]) => ({
      accepted: idsWith(results, ['accepted', 'parallel']),
      rejected: idsWith(results, ['rejected']),
    }),
    run: (tx, input) => record(tx, input, apply),
  });
}

async function record(tx: StreetTx, input: PushInput, apply: ApplyBatch): Promise<MutationResult[]> {
  const readable = input.read.filter(isWellFormed);
  const wellFormed = readable.filter((one) => input.may(one.mutation.kind));
  const known = await claim(tx, wellFormed);
  const fresh = wellFormed.filter((one) => !known.has(one.id));
  const applied = await apply(
    tx,
    input,
    fresh.map((one) => claimed(one, input)),
  );
  const rejected = applied.filter((one) => one.result === 'rejected').map((one) => one.id);
  if (rejected.length > 0) tx.send(deleteClaims(tx.sql, tx.streetId, rejected));
  const results = [...refuseUnreadable(input), ...applied, ...known.values()];
  quarantine(tx, input, results);
  return results;
}

/** Records that are not well formed, and those that the person’s roles do not carry. */
function refuseUnreadable(input: PushInput): RecordResult[] {
  return input.read.flatMap((one): RecordResult[] => {
    if (!one.ok) return [refused(one.id ?? nameless, 'recordInvalid')];
    return input.may(one.mutation.kind) ? [] : [refused(one.id, 'notPermitted')];
  });
}

/** Every record of a revoked tablet is kept word for word, and none is applied. One that was accepted before is not on hold. */
export const pushRevoked = streetCommand({
  action: 'sync.pushedByRevokedDevice',
  subject: (input: PushInput) => ({ records: input.read.length }),
  run: async (tx, input): Promise<MutationResult[]> => {
    const known = await takenBefore(tx, input.read.filter(isWellFormed));
    const results = input.read.map((one) => {
      const before = known.get(one.id ?? nameless);
      return before?.result === 'alreadyAccepted' ? before : refused(one.id ?? nameless, 'deviceRevoked');
    });
    quarantine(tx, input, results);
    return results;
  },
});

function claimed(one: WellFormed, input: PushInput): ClaimedRecord {
  const { id, kind, sequence, deviceTime, payload } = one.mutation;
  return {
    id,
    kind,
    sequence,
    payload,
    clock: { deviceTime, sentAt: input.sentAt, receivedAt: input.receivedAt },
  };
}

/** Ids that were taken before, with what that means for each. */
async function claim(tx: StreetTx, records: readonly WellFormed[]): Promise<Map<string, MutationResult>> {
  if (records.length === 0) return new Map();
  const claims = records.map(({ id, contentHash }) => ({ id, contentHash }));
  const free = new Set((await insertClaims(tx.sql, tx.streetId, claims)).map((row) => row.id));
  return takenBefore(
    tx,
    claims.filter((one) => !free.has(one.id)),
  );
}

/** What became of these ids where they were claimed before. */
async function takenBefore(
  tx: StreetTx,
  taken: readonly { id: string; contentHash: string }[],
): Promise<Map<string, MutationResult>> {
  if (taken.length === 0) return new Map();
  const before = new Map(
    (
      await listClaims(
        tx.sql,
        tx.streetId,
        taken.map((one) => one.id),
      )
    ).map((row) => [row.id, row.contentHash]),
  );
  return new Map(
    taken.flatMap(({ id, contentHash }): [string, MutationResult][] => {
      const known = before.get(id);
      if (known === undefined) return [];
      return known === contentHash
        ? [[id, { id, result: 'alreadyAccepted' }]]
        : [[id, { id, result: 'rejected', code: 'idReused', details: {} }]];
    }),
  );
}

/** Word for word; what the database cannot hold as JSON is kept as the text of that JSON, its signs written as escapes. */
const keepable = (raw: unknown): unknown => (isStorable(raw) ? raw : { json: JSON.stringify(raw) });

function quarantine(
  tx: StreetTx,
  input: PushInput,
  results: readonly (RecordResult | MutationResult)[],
): void {
  const codes = new Map<string, ProblemCode>();
  for (const one of results) if (one.result === 'rejected') codes.set(one.id, one.code);
  const rows = input.read.flatMap((one): QuarantineRow[] => {
    const problemCode = codes.get(one.id ?? nameless);
    if (problemCode === undefined) return [];
    const kind = one.ok ? one.mutation.kind : one.kind;
    return [{ id: newId(), mutationId: one.id, kind, problemCode, body: keepable(one.raw) }];
  });
  if (rows.length === 0) return;
  const { personId, deviceId } = tx.actor;
  tx.send(insertQuarantined(tx.sql, tx.streetId, rows, { personId, deviceId, receivedAt: input.receivedAt }));
}

function idsWith(results: readonly MutationResult[], kinds: readonly string[]): string[] {
  return results.filter((one) => kinds.includes(one.result)).map((one) => one.id);
}
