import { Dexie } from 'dexie';
import {
  changedHead,
  correctedHead,
  isConfirmed,
  type FrozenRecord,
  type FrozenState,
  type FrozenWork,
  type OutboxCounts,
  type RecordChange,
  type RecordHead,
  type RecordLabel,
  type RecordStore,
  type RecordSummary,
  type UnnumberedRecord,
} from '@huhudao/outbox';
import { must } from '@huhudao/domain';
import type { MutationKind, MutationPayload } from '@huhudao/protocol';
import { lockAnonymous } from './anonymous.store.ts';
import { changeMarks, readMarks, takeSequence } from './mark-rows.ts';
import type { OutboxRow, PersonDatabase } from './person.database.ts';
import { forgetPhotos, freezePhotos, restartPhotos } from './photos.store.ts';
import type { Vault } from './vault.ts';
import type { LocalPart } from './work.types.ts';

/** The outbox's records on IndexedDB; see the port in `@huhudao/outbox` for what each method promises. */
export function recordStore(database: PersonDatabase, vault: Vault): RecordStore<LocalPart> {
  const labels = labelsOf(vault);
  return {
    freeze: (work) => freezeInto(database, vault, work),
    queued: async (streetId, after, limit) => {
      const rows = await database.records
        .where('[streetId+state+sequence]')
        .between([streetId, 'queued', after], [streetId, 'queued', Dexie.maxKey], false, true)
        .limit(limit)
        .toArray();
      return Promise.all(rows.map((row) => unlockRecord(vault, labels, row)));
    },
    streetsWithWork: async () => {
      const [records, anonymous] = await Promise.all([
        streetsWithQueued(database),
        database.anonymous.where('state').anyOf('waiting', 'batched', 'sealed').toArray(),
      ]);
      return [...new Set([...records, ...anonymous.map((row) => row.streetId)])];
    },
    list: async (states) => {
      const rows = await recordsIn(database, states);
      rows.sort((a, b) => a.sequence - b.sequence);
      return Promise.all(rows.map((row) => unlockSummary(labels, row)));
    },
    read: async (id) => {
      const row = await database.records.get(id);
      return row === undefined ? undefined : unlockRecord(vault, labels, row);
    },
    counts: () => countRecords(database),
    apply: (changes) => database.transaction('rw', database.records, () => applyChanges(database, changes)),
    restart: async () => {
      await database.transaction('rw', [database.records, database.photos], async () => {
        await restartPhotos(database);
        const sending = await database.records.where('state').equals('sending').primaryKeys();
        await applyChanges(
          database,
          sending.map((id) => ({ id, event: 'restarted' })),
        );
      });
    },
    forgetConfirmedBefore: (instant) => forgetConfirmed(database, instant),
  };
}

async function freezeInto(
  database: PersonDatabase,
  vault: Vault,
  work: FrozenWork<LocalPart>,
): Promise<RecordSummary[]> {
  const rows = await Promise.all(work.records.map((record) => lockRecord(vault, record)));
  const anonymous = await Promise.all(work.anonymous.map((item) => lockAnonymous(vault, item)));
  const own = await lockOwn(vault, work.local);
  const { records, photos, marks, drafts, held } = database;
  const tables = [records, database.anonymous, photos, marks, drafts, held, database.own];
  return database.transaction('rw', tables, async () => {
    await refuseTaken(database, work.local);
    await markCorrected(database, work);
    await freezePhotos(database, work.photos ?? []);
    const first = await takeSequence(database, rows.length);
    const numbered = rows.map((row, index) => ({ ...row, sequence: first + index }));
    await records.bulkAdd(numbered);
    await database.anonymous.bulkAdd(anonymous);
    const { remainderDueAt } = await readMarks(database);
    await changeMarks(database, { remainderDueAt: remainderDueAt ?? work.remainderDueAt });
    await database.own.bulkPut(own);
    await drafts.bulkDelete(work.local.draftIds);
    await held.bulkDelete(work.local.heldIds);
    return numbered.map((row, index) => summary(row, must(work.records[index], 'the frozen record').label));
  });
}

async function forgetConfirmed(database: PersonDatabase, instant: string): Promise<void> {
  const { records, anonymous, photos, photoBytes, own } = database;
  const day = new Date(instant).toISOString().slice(0, 10);
  await database.transaction('rw', [records, anonymous, photos, photoBytes, own], async () => {
    await forgetPhotos(database, instant);
    const old = await records
      .where('state')
      .anyOf('accepted', 'parallel')
      .filter((row) => row.confirmedAt !== null && Date.parse(row.confirmedAt) < Date.parse(instant))
      .primaryKeys();
    await records.bulkDelete(old);
    await own.bulkDelete(old);
    const kept = await anonymous
      .where('state')
      .equals('kept')
      .filter((row) => row.confirmedBy !== undefined && row.confirmedBy < day)
      .primaryKeys();
    await anonymous.bulkDelete(kept);
  });
}

/** Another tab may have let the worker undo this meanwhile, or have frozen it itself. */
async function refuseTaken(
  { held, drafts }: PersonDatabase,
  { heldIds, draftIds }: LocalPart,
): Promise<void> {
  const there = [...(await held.bulkGet(heldIds)), ...(await drafts.bulkGet(draftIds))];
  if (there.includes(undefined)) throw new Error('The work is not there any more');
}

/** The streets of queued records, by their index. */
async function streetsWithQueued(database: PersonDatabase): Promise<string[]> {
  const index = database.records.where('[streetId+state+sequence]');
  return database.transaction('r', database.records, async () => {
    const streets: string[] = [];
    for (let street = ''; ;) {
      // From street to street, not from record to record: there may be thousands of them.
      const next = await index.above([street, Dexie.maxKey]).first();
      if (next === undefined) return streets;
      street = next.streetId;
      const queued = [street, 'queued'];
      const count = await index.between([...queued, Dexie.minKey], [...queued, Dexie.maxKey]).count();
      if (count > 0) streets.push(street);
    }
  });
}

/** A question for each state: several states in one would be walked through row by row, which takes many times as long. */
async function recordsIn(database: PersonDatabase, states: readonly FrozenState[]): Promise<OutboxRow[]> {
  const { records } = database;
  const found = await database.transaction('r', records, () =>
    Promise.all(states.map((state) => records.where('state').equals(state).toArray())),
  );
  return found.flat();
}

/** When each confirmed record was confirmed, by id: server time, ISO 8601. Opens no envelope. */
export async function confirmations(database: PersonDatabase): Promise<Map<string, string>> {
  const rows = await recordsIn(database, ['accepted', 'parallel']);
  return new Map(rows.flatMap((row) => (row.confirmedAt === null ? [] : [[row.id, row.confirmedAt]])));
}

type UnnumberedRow = Omit<OutboxRow, 'sequence'>;

async function lockRecord(vault: Vault, record: UnnumberedRecord): Promise<UnnumberedRow> {
  const { label, content, ...head } = record;
  return {
    ...head,
    label: await vault.lock('recordLabel', record.id, label),
    payload:
      content.form === 'readable' ? await vault.lock('recordPayload', record.id, content.payload) : null,
    sealed: content.sealed,
  };
}

function lockOwn(vault: Vault, local: LocalPart) {
  return Promise.all(
    local.own.map(async (record) => ({
      id: record.id,
      content: await vault.lock('own', record.id, record),
    })),
  );
}

const headOf = ({ label: _label, payload: _payload, sealed: _sealed, ...head }: OutboxRow): RecordHead =>
  head;

const summary = (row: OutboxRow, label: RecordLabel): RecordSummary => ({ ...headOf(row), label });

type Labels = (row: OutboxRow) => Promise<RecordLabel>;

/** Opens each label once: what is frozen does not change, and a week's records are listed after every visit. */
function labelsOf(vault: Vault): Labels {
  const opened = new Map<string, RecordLabel>();
  return async ({ id, label }) => {
    const known = opened.get(id) ?? (await vault.unlock<RecordLabel>('recordLabel', id, label));
    opened.set(id, known);
    return known;
  };
}

async function unlockSummary(labels: Labels, row: OutboxRow): Promise<RecordSummary> {
  return summary(row, await labels(row));
}

async function unlockRecord(vault: Vault, labels: Labels, row: OutboxRow): Promise<FrozenRecord> {
  const known = await unlockSummary(labels, row);
  if (row.payload !== null) {
    const payload = await vault.unlock<MutationPayload<MutationKind>>('recordPayload', row.id, row.payload);
    return { ...known, content: { form: 'readable', payload, sealed: row.sealed } };
  }
  if (row.sealed === null) throw new Error('A record has neither a payload nor a sealed box');
  return { ...known, content: { form: 'sealed', sealed: row.sealed } };
}

/** The refused record is kept, and says what took its place. */
async function markCorrected(database: PersonDatabase, work: FrozenWork<LocalPart>): Promise<void> {
  if (work.corrects === null) return;
  const old = must(await database.records.get(work.corrects), 'the record to be corrected');
  const { correctedBy } = correctedHead(headOf(old), must(work.records[0], 'the correction').id);
  await database.records.update(old.id, { correctedBy });
}

/** Applies changes inside the caller's transaction. The sealed box stays when a confirmed response loses its payload. */
export async function applyChanges(
  database: PersonDatabase,
  changes: readonly RecordChange[],
): Promise<RecordHead[]> {
  const heads: RecordHead[] = [];
  for (const change of changes) {
    const row = await database.records.get(change.id);
    if (row === undefined) continue;
    const head = changedHead(headOf(row), change);
    const payload = isConfirmed(head.state) && row.sealed !== null ? null : row.payload;
    await database.records.put({ ...row, ...head, payload });
    heads.push(head);
  }
  return heads;
}

async function countRecords(database: PersonDatabase): Promise<OutboxCounts> {
  return database.transaction('r', database.records, async () => {
    const count = (state: FrozenState) => database.records.where('state').equals(state).count();
    const refused = database.records.where('state').equals('needsAttention');
    const oldest = await database.records
      .where('[state+sequence]')
      .between(['queued', Dexie.minKey], ['queued', Dexie.maxKey])
      .first();
    return {
      queued: await count('queued'),
      sending: await count('sending'),
      accepted: await count('accepted'),
      parallel: await count('parallel'),
      needsAttention: await refused.filter((row) => row.correctedBy === null).count(),
      oldestQueuedAt: oldest?.deviceTime ?? null,
    };
  });
}
