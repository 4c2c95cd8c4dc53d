/** Notices as they were pulled, encrypted among the reference data; beside them only the ids of those that were read here. */
import type { PersonDatabase } from './person.database.ts';
import { chunkKey } from './reference.chunks.ts';
import type { Notice } from './reference.types.ts';
import type { Vault } from './vault.ts';

export type TabletNotice = Notice & { streetId: string };

/** The latest first, read where the office or this tablet says so. */
export async function loadNotices(
  { cursors, reference, readNotices }: PersonDatabase,
  vault: Vault,
): Promise<TabletNotice[]> {
  const streetIds = await cursors.toCollection().primaryKeys();
  const rows = await reference.bulkGet(streetIds.map((streetId) => chunkKey(streetId, 'notices')));
  const readHere = new Set(await readNotices.toCollection().primaryKeys());
  const pulled = rows.flatMap(async (row) => {
    if (row === undefined) return [];
    const { key, streetId, content } = row;
    const notices = await vault.unlock<Notice[]>('reference', key, content);
    return notices.map((one) => ({ ...one, streetId, read: one.read || readHere.has(one.id) }));
  });
  return (await Promise.all(pulled)).flat().toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

type ReadHere = Pick<TabletNotice, 'id' | 'streetId'>;

/** Writes down that these were read; the office is to hear of it. */
export async function noteRead({ readNotices }: PersonDatabase, notices: readonly ReadHere[]): Promise<void> {
  await readNotices.bulkPut(notices.map(({ id, streetId }) => ({ id, streetId, told: false })));
}

/** Of which the office has not heard, by street. */
export async function readUntold({ readNotices }: PersonDatabase): Promise<Map<string, string[]>> {
  const rows = (await readNotices.toArray()).filter(({ told }) => !told);
  const streets = Map.groupBy(rows, ({ streetId }) => streetId);
  return new Map([...streets].map(([streetId, own]) => [streetId, own.map(({ id }) => id)]));
}

export async function noteTold({ readNotices }: PersonDatabase, ids: readonly string[]): Promise<void> {
  await readNotices.where('id').anyOf(ids).modify({ told: true });
}

/** Inside the transaction that takes a page in: what the office says itself need not be remembered here. */
export async function forgetSettled(
  { readNotices }: PersonDatabase,
  streetId: string,
  notices: readonly Notice[],
): Promise<void> {
  const unread = new Set(notices.filter(({ read }) => !read).map(({ id }) => id));
  await readNotices.filter((row) => row.streetId === streetId && row.told && !unread.has(row.id)).delete();
}
