import {
  changedPhoto,
  photoStates,
  type Photo,
  type PhotoChange,
  type PhotoHead,
  type PhotoStore,
  type PhotoSummary,
} from '@huhudao/outbox';
import type { PersonDatabase, PhotoRow } from './person.database.ts';
import type { Vault } from './vault.ts';
import { isFull } from './full.ts';

/** What is locked of a photo beside its bytes. */
type About = Pick<Photo, 'label' | 'digest' | 'type'>;

/** The photos on IndexedDB; see the port in `@huhudao/outbox` for what each method promises. */
export function photoStore(database: PersonDatabase, vault: Vault): PhotoStore {
  const { photos, photoBytes } = database;
  return {
    addPhoto: async (photo) => {
      const { id, label, digest, type, bytes, ...head } = photo;
      const about: About = { label, digest, type };
      const row = { id, ...head, about: await vault.lock('photo', id, about) };
      const content = await vault.lockBytes('photo', id, bytes);
      const write = () =>
        database.transaction('rw', [photos, photoBytes], async () => {
          await photos.add(row);
          await photoBytes.add({ id, content });
        });
      try {
        await write();
      } catch (error) {
        // A new photo is worth more than one the office has.
        if (!isFull(error) || !(await dropConfirmed(database))) throw error;
        await write();
      }
    },
    dropDraftPhotos: (ids) =>
      database.transaction('rw', [photos, photoBytes], async () => {
        const rows = await photos.bulkGet([...ids]);
        const drafts = rows.flatMap((row) => (row?.state === 'draft' ? [row.id] : []));
        await photos.bulkDelete(drafts);
        await photoBytes.bulkDelete(drafts);
      }),
    photosIn: async (states) => {
      const rows = await photos.where('state').anyOf(states).sortBy('id');
      return Promise.all(rows.map((row) => unlockSummary(vault, row)));
    },
    readPhoto: (id) => readPhoto(database, vault, id),
    photoCounts: async () => {
      const counted = await database.transaction('r', photos, () =>
        Promise.all(photoStates.map((state) => photos.where('state').equals(state).count())),
      );
      const [draft = 0, waiting = 0, uploading = 0, confirmed = 0, refused = 0] = counted;
      return { draft, waiting, uploading, confirmed, refused };
    },
    applyPhotos: (changes) => database.transaction('rw', photos, () => applyPhotoChanges(database, changes)),
  };
}

const headOf = ({ about: _, ...head }: PhotoRow): PhotoHead => head;

async function unlockSummary(vault: Vault, row: PhotoRow): Promise<PhotoSummary> {
  const { label } = await vault.unlock<About>('photo', row.id, row.about);
  return { ...headOf(row), label };
}

async function readPhoto(database: PersonDatabase, vault: Vault, id: string): Promise<Photo | undefined> {
  const { photos, photoBytes } = database;
  const [row, kept] = await database.transaction('r', [photos, photoBytes], () =>
    Promise.all([photos.get(id), photoBytes.get(id)]),
  );
  if (row === undefined || kept === undefined) return undefined;
  const about = await vault.unlock<About>('photo', id, row.about);
  return { ...headOf(row), ...about, bytes: await vault.unlockBytes('photo', id, kept.content) };
}

/** Applies changes inside the caller's transaction; the bytes are not touched. */
export async function applyPhotoChanges(
  database: PersonDatabase,
  changes: readonly PhotoChange[],
): Promise<PhotoHead[]> {
  const heads: PhotoHead[] = [];
  for (const change of changes) {
    const row = await database.photos.get(change.id);
    if (row === undefined) continue;
    const head = changedPhoto(headOf(row), change);
    await database.photos.put({ ...row, ...head });
    heads.push(head);
  }
  return heads;
}

/** Freezes the photos of a record inside the caller's transaction. @throws where one is not there */
export async function freezePhotos(database: PersonDatabase, ids: readonly string[]): Promise<void> {
  const frozen = await applyPhotoChanges(
    database,
    ids.map((id) => ({ id, event: 'freeze' })),
  );
  if (frozen.length !== ids.length) throw new Error('A photo is not there any more');
}

/** What a restored server may have lost, inside the caller's transaction. Drafts never left. */
export async function offerPhotosAgain(database: PersonDatabase): Promise<void> {
  const taken = await database.photos.where('state').notEqual('draft').primaryKeys();
  await applyPhotoChanges(
    database,
    taken.map((id) => ({ id, event: 'serverRestored' })),
  );
}

export async function restartPhotos(database: PersonDatabase): Promise<void> {
  const uploading = await database.photos.where('state').equals('uploading').primaryKeys();
  await applyPhotoChanges(
    database,
    uploading.map((id) => ({ id, event: 'restarted' })),
  );
}

/** Drops confirmed photos inside the caller's transaction: those confirmed before an instant. */
export async function forgetPhotos(database: PersonDatabase, instant: string): Promise<void> {
  const old = await database.photos
    .where('state')
    .equals('confirmed')
    .filter((row) => row.confirmedAt !== null && Date.parse(row.confirmedAt) < Date.parse(instant))
    .primaryKeys();
  await database.photos.bulkDelete(old);
  await database.photoBytes.bulkDelete(old);
}

/** Makes room. False where there was nothing to drop. */
async function dropConfirmed(database: PersonDatabase): Promise<boolean> {
  const { photos, photoBytes } = database;
  return database.transaction('rw', [photos, photoBytes], async () => {
    const confirmed = await photos.where('state').equals('confirmed').primaryKeys();
    await photos.bulkDelete(confirmed);
    await photoBytes.bulkDelete(confirmed);
    return confirmed.length > 0;
  });
}
