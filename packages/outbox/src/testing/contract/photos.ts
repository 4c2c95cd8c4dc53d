import { newRandomId } from '@huhudao/protocol';
import { expect, test } from 'vitest';
import type { OutboxStorage } from '../../storage.ts';
import { door, issue, photo, workOf } from '../people-and-doors.ts';
import { at, error, laterEpoch, reply, type ContractKit } from './kit.ts';

export function describePhotos<Local>(kit: ContractKit<Local>): void {
  type Store = OutboxStorage<Local>;

  async function take(store: Store, count: number) {
    const photos = await Promise.all(Array.from({ length: count }, (_, index) => photo(index)));
    for (const one of photos) await store.addPhoto(one);
    return photos;
  }

  async function freezeWith(store: Store, count: number): Promise<string[]> {
    const photos = await take(store, count);
    const ids = photos.map(({ id }) => id);
    await kit.freeze(store, { ...workOf([issue(door(1), photos)]), photos: ids });
    return ids;
  }

  test('a photo that was added is there after a restart, byte for byte, and waits only once its record is frozen', async () => {
    const { store, reopen } = await kit.make();
    const [one] = await take(store, 1);
    if (one === undefined) throw new Error('no photo');
    expect(await store.photosIn(['waiting'])).toEqual([]);
    await kit.freeze(store, { ...workOf([issue(door(1), [one])]), photos: [one.id] });
    const again = await reopen();
    expect(await again.readPhoto(one.id)).toEqual({ ...one, state: 'waiting' });
    expect((await again.photosIn(['waiting'])).map(({ id, label }) => [id, label.householdId])).toEqual([
      [one.id, door(1)],
    ]);
    expect(await again.photoCounts()).toMatchObject({ draft: 0, waiting: 1 });
  });

  test('a record whose photo is not there is not frozen, and neither is anything else of the work', async () => {
    const { store } = await kit.make();
    const missing = { ...workOf([issue(door(1))]), photos: [newRandomId()] };
    await expect(kit.freeze(store, missing)).rejects.toThrow();
    expect(await store.counts()).toMatchObject({ queued: 0 });
  });

  test('drafts are dropped, and nothing whose record is frozen', async () => {
    const { store } = await kit.make();
    const [frozen = ''] = await freezeWith(store, 1);
    const [draft] = await take(store, 1);
    await store.dropDraftPhotos([frozen, draft?.id ?? '', newRandomId()]);
    expect(await store.photoCounts()).toMatchObject({ draft: 0, waiting: 1 });
  });

  test('changes are applied to what is there now, and an unknown id is left out', async () => {
    const { store } = await kit.make();
    const [first = '', second = ''] = await freezeWith(store, 2);
    await store.settle(reply([], { photos: [{ id: second, event: 'acknowledged', at }] }));
    const heads = await store.applyPhotos([
      { id: second, event: 'pick' },
      { id: newRandomId(), event: 'pick' },
      { id: first, event: 'pick' },
      { id: first, event: 'progressed', received: 40 },
    ]);
    expect(heads.map(({ id, state, received }) => [id, state, received])).toEqual([
      [second, 'confirmed', 100],
      [first, 'uploading', 0],
      [first, 'uploading', 40],
    ]);
    expect((await store.marks()).lastConfirmedAt).toBe(at);
  });

  test('a restart puts back what was on its way', async () => {
    const { store, reopen } = await kit.make();
    const [first = '', second = ''] = await freezeWith(store, 2);
    await store.applyPhotos([
      { id: first, event: 'pick' },
      { id: second, event: 'rejected', error },
    ]);
    const again = await reopen();
    await again.restart();
    expect(await again.photoCounts()).toMatchObject({ waiting: 1, uploading: 0, refused: 1 });
  });

  test('another epoch lets everything that was taken up wait again from its first byte, and drafts be', async () => {
    const { store } = await kit.make();
    const [confirmed = '', refused = ''] = await freezeWith(store, 2);
    await take(store, 1);
    const photos = [
      { id: confirmed, event: 'acknowledged', at },
      { id: refused, event: 'rejected', error },
    ] as const;
    await store.settle(reply([], { photos }));
    expect(await store.settle(reply([], { epoch: laterEpoch }))).toBe(true);
    expect(await store.photoCounts()).toMatchObject({ draft: 1, waiting: 2, confirmed: 0, refused: 0 });
    expect((await store.readPhoto(confirmed))?.received).toBe(0);
  });

  test('only what was confirmed before the instant is forgotten', async () => {
    const { store } = await kit.make();
    const [old = '', recent = ''] = await freezeWith(store, 3);
    const before = '2026-10-01T00:00:00.000Z';
    const photos = [
      { id: old, event: 'acknowledged', at: before },
      { id: recent, event: 'acknowledged', at },
    ] as const;
    await store.settle(reply([], { photos }));
    await store.forgetConfirmedBefore('2026-10-20T08:00:00.000Z');
    expect(await store.readPhoto(old)).toBeUndefined();
    expect(await store.photoCounts()).toMatchObject({ confirmed: 1, waiting: 1 });
  });
}
