import 'fake-indexeddb/auto';
import { sha256Hex, type Photo } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { expect, it } from 'vitest';
import { concernStore } from '../local/concerns.store.ts';
import { createStoreKey } from '../local/envelope.ts';
import { PersonDatabase } from '../local/person.database.ts';
import { photoStore } from '../local/photos.store.ts';
import { vaultOf } from '../local/vault.ts';
import { workStore } from '../local/work.store.ts';
import type { ConcernDraft } from '../local/work.types.ts';
import { newConcern, reportedConcern } from '../work/concern.ts';
import { dropUnnamedPhotos } from './concern-writes.ts';

async function openTablet() {
  const database = new PersonDatabase(newId());
  const vault = vaultOf(await createStoreKey());
  return {
    storage: photoStore(database, vault),
    concerns: concernStore(database, vault),
    work: workStore(database, vault),
  };
}

const door = { streetId: newId(), roundId: newId(), stairwellId: newId(), householdId: newId() };

/** An issue with a photo, and the photo as it is kept. */
async function issueWithPhoto(): Promise<{ draft: ConcernDraft; photo: Photo }> {
  const bytes = new TextEncoder().encode('picture');
  const about = {
    id: newId(),
    digest: await sha256Hex(bytes),
    size: bytes.length,
    type: 'image/jpeg',
  } as const;
  const draft: ConcernDraft = { ...newConcern(door), category: 'lift', photos: [about] };
  const { streetId, ...label } = door;
  const head = { state: 'draft', received: 0, lastError: null, confirmedAt: null } as const;
  return { draft, photo: { ...about, ...head, streetId, recordId: draft.id, label, bytes } };
}

it('a photo that nothing names is dropped; one of an issue that is written, or saved a moment ago, stays', async () => {
  const { storage, concerns, work } = await openTablet();
  const [written, saved, unnamed] = [await issueWithPhoto(), await issueWithPhoto(), await issueWithPhoto()];
  for (const { draft, photo } of [written, saved, unnamed]) {
    if (draft !== unnamed.draft) await concerns.putConcern(draft);
    await storage.addPhoto(photo);
  }
  await work.hold(reportedConcern(saved.draft, Date.now()));
  await dropUnnamedPhotos({ storage, concerns });
  const left = (await storage.photosIn(['draft'])).map(({ id }) => id);
  expect(new Set(left)).toEqual(new Set([written.photo.id, saved.photo.id]));
});

it('a photo that is kept in one tab while another opens stays', async () => {
  const { storage, concerns } = await openTablet();
  const { draft, photo } = await issueWithPhoto();
  const write = async () => {
    await concerns.putConcern(draft);
    await storage.addPhoto(photo);
  };
  const photosIn: typeof storage.photosIn = async (states) => {
    await write();
    return storage.photosIn(states);
  };
  await dropUnnamedPhotos({ storage: { ...storage, photosIn }, concerns });
  expect(await storage.readPhoto(photo.id)).toMatchObject({ state: 'draft' });
});
