import { photoStates, type AnonymousItem, type FrozenRecord, type Photo } from '@huhudao/outbox';
import { concernStore } from '../../../../apps/tablet/src/local/concerns.store.ts';
import { loadReference } from '../../../../apps/tablet/src/local/reference.store.ts';
import type { StreetReference } from '../../../../apps/tablet/src/local/reference.types.ts';
import { outboxStorage } from '../../../../apps/tablet/src/local/storage.ts';
import { workStore } from '../../../../apps/tablet/src/local/work.store.ts';
import type { ConcernDraft, Draft } from '../../../../apps/tablet/src/local/work.types.ts';
import type { Tablet } from '../tablet/tablet.ts';

/** All that is on a tablet's disk, read as its own app would read it. */
export type OnTablet = {
  readonly name: string;
  readonly records: ReadonlyMap<string, FrozenRecord>;
  readonly anonymous: readonly AnonymousItem[];
  readonly drafts: readonly Draft[];
  /** Issues that are still being written. */
  readonly concerns: readonly ConcernDraft[];
  /** By id, with their bytes. */
  readonly photos: ReadonlyMap<string, Photo>;
  readonly reference: readonly StreetReference[];
};

export async function readTablet({ name, disk, vault }: Tablet): Promise<OnTablet> {
  const { database } = await disk.connect();
  const storage = outboxStorage(database, vault);
  const heads = await storage.list(['queued', 'sending', 'accepted', 'parallel', 'needsAttention']);
  const records = new Map<string, FrozenRecord>();
  for (const { id } of heads) {
    const record = await storage.read(id);
    if (record !== undefined) records.set(id, record);
  }
  const anonymous = await storage.anonymousIn(['waiting', 'batched', 'sealed', 'kept', 'refused']);
  const drafts = await workStore(database, vault).drafts();
  const concerns = await concernStore(database, vault).concerns();
  const photos = new Map<string, Photo>();
  for (const { id } of await storage.photosIn(photoStates)) {
    const photo = await storage.readPhoto(id);
    if (photo !== undefined) photos.set(id, photo);
  }
  const reference = await loadReference(database, vault);
  database.close();
  return { name, records, anonymous, drafts, concerns, photos, reference };
}
