import {
  anonymousStates,
  changedItem,
  type AnonymousChange,
  type AnonymousCounts,
  type AnonymousItem,
  type AnonymousState,
  type AnonymousStore,
} from '@huhudao/outbox';
import type { AnonymousResponse } from '@huhudao/protocol';
import { changeMarks } from './mark-rows.ts';
import type { AnonymousRow, PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';

/** The anonymous responses on IndexedDB; see the port in `@huhudao/outbox` for what each method promises. */
export function anonymousStore(database: PersonDatabase, vault: Vault): AnonymousStore {
  return {
    anonymousIn: async (states) => {
      const rows = await database.anonymous.where('state').anyOf(states).toArray();
      return Promise.all(rows.map((row) => unlockAnonymous(vault, row)));
    },
    anonymousCounts: async () => {
      const { anonymous } = database;
      const count = async (state: AnonymousState) => [
        state,
        await anonymous.where('state').equals(state).count(),
      ];
      const counted = await database.transaction('r', anonymous, () =>
        Promise.all(anonymousStates.map(count)),
      );
      return Object.fromEntries(counted) as AnonymousCounts;
    },
    formBatch: (batchId, ids) =>
      database.transaction('rw', [database.anonymous, database.marks], async () => {
        const rows = await database.anonymous.bulkGet([...ids]);
        const waiting = rows.filter((row) => row?.state === 'waiting').filter((row) => row !== undefined);
        if (waiting.length !== ids.length) return false;
        await database.anonymous.bulkPut(waiting.map((row) => ({ ...row, state: 'batched', batchId })));
        await clearDueWhereNothingWaits(database);
        return true;
      }),
    applyAnonymous: (changes) =>
      database.transaction('rw', [database.anonymous, database.marks], () =>
        applyAnonymousChanges(database, changes),
      ),
  };
}

export async function lockAnonymous(vault: Vault, item: AnonymousItem): Promise<AnonymousRow> {
  const { id, streetId, roundId, box, state } = item;
  const common = { id, streetId, roundId, box, state };
  if (item.state === 'kept') return { ...common, confirmedBy: item.confirmedBy };
  if (item.state === 'refused') return { ...common, error: item.error };
  if (item.state === 'sealed') return common;
  const response = await vault.lock('anonymousResponse', id, item.response);
  return item.state === 'batched' ? { ...common, response, batchId: item.batchId } : { ...common, response };
}

async function unlockAnonymous(vault: Vault, row: AnonymousRow): Promise<AnonymousItem> {
  const readable = row.response;
  if (readable === undefined) return withoutAnswers(row);
  const response = await vault.unlock<AnonymousResponse>('anonymousResponse', row.id, readable);
  return withAnswers(row, response);
}

function withAnswers(row: AnonymousRow, response: AnonymousResponse): AnonymousItem {
  const { id, streetId, roundId, box, batchId } = row;
  const common = { id, streetId, roundId, box };
  if (row.state === 'waiting') return { ...common, state: 'waiting', response };
  if (row.state === 'batched' && batchId !== undefined)
    return { ...common, state: 'batched', response, batchId };
  throw new Error(`An anonymous response is ${row.state} and still readable`);
}

function withoutAnswers(row: AnonymousRow): AnonymousItem {
  const { id, streetId, roundId, box, confirmedBy, error } = row;
  const common = { id, streetId, roundId, box };
  if (row.state === 'sealed') return { ...common, state: 'sealed' };
  if (row.state === 'kept' && confirmedBy !== undefined) return { ...common, state: 'kept', confirmedBy };
  if (row.state === 'refused' && error !== undefined) return { ...common, state: 'refused', error };
  throw new Error(`An anonymous response is ${row.state} and has lost its answers`);
}

/**
 * Applies changes inside the caller's transaction. Nothing is decrypted there: the machine does not look at the
 * answers, and whatever leaves `waiting` or `batched` loses its envelope.
 */
export async function applyAnonymousChanges(
  database: PersonDatabase,
  changes: readonly AnonymousChange[],
): Promise<void> {
  for (const change of changes) {
    const row = await database.anonymous.get(change.id);
    if (row === undefined) continue;
    const item = row.response === undefined ? withoutAnswers(row) : withAnswers(row, unread(row));
    const next = changedItem(item, change);
    if (next === item) continue;
    await database.anonymous.put(rowOf(next));
  }
  await clearDueWhereNothingWaits(database);
}

/** Stands in for answers that are locked; the machine hands it through unread. */
function unread(row: AnonymousRow): AnonymousResponse {
  const { id, roundId } = row;
  return {
    id,
    roundId,
    communityId: '',
    versionHash: '',
    completionMode: 'handedOver',
    complete: true,
    answers: {},
  };
}

function rowOf(item: AnonymousItem): AnonymousRow {
  const { id, streetId, roundId, box, state } = item;
  const common = { id, streetId, roundId, box, state };
  if (item.state === 'kept') return { ...common, confirmedBy: item.confirmedBy };
  if (item.state === 'refused') return { ...common, error: item.error };
  if (item.state === 'sealed') return common;
  throw new Error(`An anonymous response does not become ${item.state} by an event`);
}

async function clearDueWhereNothingWaits(database: PersonDatabase): Promise<void> {
  const waiting = await database.anonymous.where('state').equals('waiting').count();
  if (waiting === 0) await changeMarks(database, { remainderDueAt: null });
}
