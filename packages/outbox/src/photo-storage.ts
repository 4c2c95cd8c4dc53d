/** What the outbox needs of a store for photos; the promises of `storage.ts` hold for these methods as well. */
import type { Photo, PhotoChange, PhotoHead, PhotoState, PhotoSummary } from './photo-record.ts';

export type PhotoCounts = Readonly<Record<PhotoState, number>>;

export type PhotoStore = {
  /**
   * Keeps a photo of a record that is still being written: a `draft`, which freezing its record (`FrozenWork.photos`) or
   * `dropDraftPhotos` ends.
   * @throws where the disk is full: then nothing was written.
   */
  addPhoto(photo: Photo): Promise<void>;
  /** Drops those of these photos that are still drafts: whoever wrote the record took them out, or threw it away. */
  dropDraftPhotos(ids: readonly string[]): Promise<void>;
  /** Photos in these states, the oldest first, without their bytes. */
  photosIn(states: readonly PhotoState[]): Promise<PhotoSummary[]>;
  /** One photo with its bytes; undefined where there is none. */
  readPhoto(id: string): Promise<Photo | undefined>;
  photoCounts(): Promise<PhotoCounts>;
  /**
   * Applies each change (`changedPhoto`) to the photo as it is inside the transaction, all or none. Resolves with the heads
   * as they are now; an id that is not there is left out.
   */
  applyPhotos(changes: readonly PhotoChange[]): Promise<PhotoHead[]>;
};
