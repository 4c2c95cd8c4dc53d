import { goneDoorKey, type DoorsMoved, type GoneDoor } from './gone-doors.ts';
import type { LockedRow, PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';

/** Encrypts what is to be told, outside of the transaction that writes it. */
export function lockGoneDoors(vault: Vault, gone: readonly GoneDoor[]): Promise<LockedRow[]> {
  return Promise.all(
    gone.map(async (door) => ({ id: door.id, content: await vault.lock('goneDoor', door.id, door) })),
  );
}

/** Inside the transaction that moves the cursor on: a page whose doors are gone tells of it, or is told anew. */
export async function writeGoneDoors(
  { goneDoors }: PersonDatabase,
  rows: readonly LockedRow[],
  back: DoorsMoved['back'],
): Promise<void> {
  for (const door of back) await goneDoors.where('id').startsWith(goneDoorKey(door)).delete();
  await goneDoors.bulkPut([...rows]);
}

/** What was not read yet; as before where nothing came and nothing went. A notice never changes. */
export async function readGoneDoors(
  { goneDoors }: PersonDatabase,
  vault: Vault,
  before: readonly GoneDoor[],
): Promise<readonly GoneDoor[]> {
  const ids = await goneDoors.toCollection().primaryKeys();
  if (ids.join() === before.map(({ id }) => id).join()) return before;
  const rows = await goneDoors.toArray();
  return Promise.all(rows.map(({ id, content }) => vault.unlock<GoneDoor>('goneDoor', id, content)));
}

/** The worker has read it. */
export async function forgetGoneDoors({ goneDoors }: PersonDatabase, ids: readonly string[]): Promise<void> {
  await goneDoors.bulkDelete([...ids]);
}
