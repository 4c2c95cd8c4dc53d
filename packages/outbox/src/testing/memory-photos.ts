import { changedPhoto, photoStates, type Photo, type PhotoChange, type PhotoHead } from '../photo-record.ts';
import type { PhotoStore } from '../photo-storage.ts';
import type { Disk } from './memory-storage.ts';

/** Applies changes to the photos of a disk, all or none. */
export function changePhotos(disk: Disk<unknown>, changes: readonly PhotoChange[]): PhotoHead[] {
  const after = new Map(disk.photos);
  const heads = changes.flatMap((change) => {
    const photo = after.get(change.id);
    if (photo === undefined) return [];
    const changed = { ...photo, ...changedPhoto(photo, change) };
    after.set(photo.id, changed);
    return [changed];
  });
  disk.photos = after;
  return heads;
}

/** The photos of the storage contract over a `Disk`. */
export function memoryPhotos(disk: Disk<unknown>): PhotoStore {
  const photos = (): Photo[] => [...disk.photos.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    addPhoto: async (photo) => {
      if (disk.photos.has(photo.id)) throw new Error('An id is already there');
      disk.photos.set(photo.id, structuredClone(photo));
    },
    dropDraftPhotos: async (ids) => {
      for (const id of ids) if (disk.photos.get(id)?.state === 'draft') disk.photos.delete(id);
    },
    photosIn: async (states) => photos().filter(({ state }) => states.includes(state)),
    readPhoto: async (id) => structuredClone(disk.photos.get(id)),
    photoCounts: async () => {
      const counts = photoStates.map((state) => [
        state,
        photos().filter((one) => one.state === state).length,
      ]);
      return Object.fromEntries(counts);
    },
    applyPhotos: async (changes) => changePhotos(disk, changes),
  };
}
