import type { Photo, PhotoStore } from '@huhudao/outbox';
import type { ConcernStore } from '../local/concerns.store.ts';
import type { ConcernDraft } from '../local/work.types.ts';

/** What the screens do with issues that are being written, and with their photos. */
export type ConcernWrites = {
  save(draft: ConcernDraft): Promise<void>;
  /** Throws an issue away that was not saved yet, with its photos. */
  drop(draft: ConcernDraft): Promise<void>;
  /** @throws where the tablet is full. */
  addPhoto(photo: Photo): Promise<void>;
  dropPhoto(id: string): Promise<void>;
  photo(id: string): Promise<Photo | undefined>;
  /** Offers a refused photo once more. */
  offerPhotoAgain(id: string): Promise<void>;
};

type Sources = { storage: PhotoStore; concerns: ConcernStore };

export function concernWrites({ storage, concerns }: Sources, changed: () => Promise<void>): ConcernWrites {
  return {
    save: async (draft) => {
      await concerns.putConcern(draft);
      await changed();
    },
    drop: async ({ id, photos }) => {
      await concerns.dropConcern(id);
      await storage.dropDraftPhotos(photos.map((photo) => photo.id));
      await changed();
    },
    addPhoto: (photo) => storage.addPhoto(photo),
    dropPhoto: (id) => storage.dropDraftPhotos([id]),
    photo: (id) => storage.readPhoto(id),
    offerPhotoAgain: async (id) => {
      await storage.applyPhotos([{ id, event: 'offeredAgain' }]);
      await changed();
    },
  };
}

/**
 * Drops photos that a kill between two writes left without the issue they were taken for. The photos are listed first:
 * each was named before it was kept, so one that another tab keeps meanwhile is not among them.
 */
export async function dropUnnamedPhotos({ storage, concerns }: Sources): Promise<void> {
  const drafts = (await storage.photosIn(['draft'])).map(({ id }) => id);
  const named = new Set((await concerns.unfrozen()).flatMap(({ photos }) => photos.map(({ id }) => id)));
  await storage.dropDraftPhotos(drafts.filter((id) => !named.has(id)));
}
