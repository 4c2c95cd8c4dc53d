import type { ReferenceStore } from '@huhudao/outbox';
import type { PullResponse } from '@huhudao/protocol';
import type { CompiledVersion } from '@huhudao/questionnaire';
import { doorsMoved } from './gone-doors.ts';
import { lockGoneDoors, writeGoneDoors } from './gone-doors.store.ts';
import { readMarks } from './mark-rows.ts';
import { forgetSettled } from './notices.store.ts';
import type { CursorRow, PersonDatabase, ReferenceRow } from './person.database.ts';
import { chunkKey, mergePage, referenceOf, type ChunkChanges } from './reference.chunks.ts';
import type { Round, StreetReference } from './reference.types.ts';
import type { Vault } from './vault.ts';

/** A published questionnaire or visit form as it was pulled. */
export type PulledVersion = Parameters<ReferenceStore['putVersion']>[0];

/** A layout of compiled forms this app does not know is treated as not there. */
export function isCompiled(value: unknown): value is CompiledVersion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 1 &&
    'questions' in value &&
    Array.isArray(value.questions)
  );
}

/** Reference data on IndexedDB; see the port in `@huhudao/outbox` for what each method promises. */
export function referenceStore(database: PersonDatabase, vault: Vault): ReferenceStore {
  return {
    cursor: async (streetId) => (await database.cursors.get(streetId))?.cursor ?? null,
    applyPull: (streetId, since, page) => applyPage(database, vault, { streetId, since }, page),
    missingVersions: () => missingVersions(database, vault),
    putVersion: async (version) => {
      const content = await vault.lock('version', version.hash, version);
      await database.versions.put({ hash: version.hash, content });
    },
  };
}

const hashesOf = (round: Round): string[] =>
  round.questionnaireHash === null ? [round.visitFormHash] : [round.questionnaireHash, round.visitFormHash];

/** A definition that was pulled before; undefined where it has not arrived yet. */
export async function readVersion(
  database: PersonDatabase,
  vault: Vault,
  hash: string,
): Promise<PulledVersion | undefined> {
  const row = await database.versions.get(hash);
  return row === undefined ? undefined : vault.unlock<PulledVersion>('version', hash, row.content);
}

/** Everything the server told about every street of the person. */
export async function loadReference(database: PersonDatabase, vault: Vault): Promise<StreetReference[]> {
  const [cursors, rows] = await database.transaction(
    'r',
    [database.cursors, database.reference],
    async () => [await database.cursors.toArray(), await database.reference.toArray()],
  );
  return Promise.all(
    cursors.map(async (at) => {
      const own = rows.filter((row) => row.streetId === at.streetId);
      return referenceOf(at, await unlockChunks(vault, own));
    }),
  );
}

/** What the rounds of every street name and is not here; opens no envelope but theirs. */
async function missingVersions(database: PersonDatabase, vault: Vault): Promise<string[]> {
  const { cursors, reference, versions } = database;
  const [rows, here] = await database.transaction('r', [cursors, reference, versions], async () => {
    const streetIds = await cursors.toCollection().primaryKeys();
    const chunks = await reference.bulkGet(streetIds.map((streetId) => chunkKey(streetId, 'rounds')));
    return [chunks, await versions.toCollection().primaryKeys()];
  });
  const chunks = rows.filter((row) => row !== undefined);
  const rounds = await Promise.all(
    chunks.map(({ key, content }) => vault.unlock<Round[]>('reference', key, content)),
  );
  return [...new Set(rounds.flat().flatMap(hashesOf))].filter((hash) => !here.includes(hash));
}

const nameOf = (row: ReferenceRow): string => row.key.slice(row.streetId.length + 1);

async function unlockChunks(vault: Vault, rows: readonly ReferenceRow[]): Promise<Map<string, unknown[]>> {
  const chunks = rows.map(async (row): Promise<[string, unknown[]]> => {
    return [nameOf(row), await vault.unlock<unknown[]>('reference', row.key, row.content)];
  });
  return new Map(await Promise.all(chunks));
}

/**
 * Encryption cannot wait inside a transaction: the page is merged outside, and written only if the street still stands
 * where the page was asked for. Otherwise another tab was quicker: what it pulled may be newer, and would be undone
 * while the page that was asked for after it goes on from there.
 */
async function applyPage(
  database: PersonDatabase,
  vault: Vault,
  { streetId, since }: { streetId: string; since: string | null },
  page: PullResponse,
): Promise<void> {
  // Pulled from a server that was restored meanwhile: the next pull is the true one.
  const isNext = async () =>
    ((await database.cursors.get(streetId))?.cursor ?? null) === since &&
    (await readMarks(database)).epoch === page.epoch;
  if (!(await isNext())) return;
  const rows = await database.reference.where('streetId').equals(streetId).toArray();
  const current = await unlockChunks(vault, rows);
  const changes = mergePage(current, page);
  const written = await lockChunks(vault, streetId, changes);
  const { gone, back } = doorsMoved(streetId, current, changes, page);
  const told = await lockGoneDoors(vault, gone);
  const cursor: CursorRow = { streetId, cursor: page.cursor, serverTime: page.serverTime };
  const { cursors, reference, marks, goneDoors, readNotices } = database;
  await database.transaction('rw', [cursors, reference, marks, goneDoors, readNotices], async () => {
    if (!(await isNext())) return;
    await database.reference.bulkPut(written);
    await database.reference.bulkDelete(changes.drop.map((name) => chunkKey(streetId, name)));
    await writeGoneDoors(database, told, back);
    await forgetSettled(database, streetId, page.notices);
    await database.cursors.put(cursor);
  });
}

function lockChunks(vault: Vault, streetId: string, changes: ChunkChanges): Promise<ReferenceRow[]> {
  return Promise.all(
    [...changes.write].map(async ([name, items]) => {
      const key = chunkKey(streetId, name);
      return { key, streetId, content: await vault.lock('reference', key, items) };
    }),
  );
}
