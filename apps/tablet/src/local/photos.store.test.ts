import 'fake-indexeddb/auto';
import { sha256Hex, type Photo } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { describe, expect, it, vi } from 'vitest';
import { createStoreKey } from './envelope.ts';
import { PersonDatabase } from './person.database.ts';
import { photoStore } from './photos.store.ts';
import { vaultOf } from './vault.ts';

async function open() {
  const database = new PersonDatabase(newId());
  return { database, store: photoStore(database, vaultOf(await createStoreKey())) };
}

async function photo(words: string): Promise<Photo> {
  const bytes = new TextEncoder().encode(words);
  return {
    id: newId(),
    streetId: newId(),
    recordId: newId(),
    size: bytes.length,
    state: 'draft',
    received: 0,
    lastError: null,
    confirmedAt: null,
    label: { roundId: newId(), stairwellId: newId(), householdId: newId() },
    digest: await sha256Hex(bytes),
    type: 'image/jpeg',
    bytes,
  };
}

/** Everything the database holds, as a thief with the profile would read it. */
async function dump(database: PersonDatabase): Promise<string> {
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(rows, (_, value: unknown) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder('latin1').decode(value)
      : value,
  );
}

describe('photos on the tablet', () => {
  it('cannot be read from its disk: neither picture nor digest nor door', async () => {
    const { database, store } = await open();
    const one = await photo('planted-picture');
    await store.addPhoto(one);
    const found = await dump(database);
    for (const secret of ['planted-picture', one.digest, one.label.householdId ?? ''])
      expect(found).not.toContain(secret);
    expect(await store.readPhoto(one.id)).toEqual(one);
  });

  it('of the office make room for a new one where the disk is full, and no other does', async () => {
    const { database, store } = await open();
    const [confirmed, waiting, fresh] = [await photo('a'), await photo('b'), await photo('c')];
    for (const one of [confirmed, waiting]) {
      await store.addPhoto(one);
      await store.applyPhotos([{ id: one.id, event: 'freeze' }]);
    }
    await store.applyPhotos([{ id: confirmed.id, event: 'acknowledged', at: '2026-11-20T08:00:00.000Z' }]);
    const full = new DOMException('full', 'QuotaExceededError');
    const add = vi.spyOn(database.photoBytes, 'add').mockImplementationOnce(() => {
      throw full;
    });
    await store.addPhoto(fresh);
    expect(add).toHaveBeenCalledTimes(2);
    expect(await store.readPhoto(confirmed.id)).toBeUndefined();
    expect(await store.photoCounts()).toMatchObject({ draft: 1, waiting: 1, confirmed: 0 });
    // With nothing left to drop it says so, and has written nothing.
    add.mockImplementation(() => {
      throw full;
    });
    await expect(store.addPhoto(await photo('d'))).rejects.toThrow('full');
    expect(await store.photoCounts()).toMatchObject({ draft: 1, waiting: 1 });
  });
});
