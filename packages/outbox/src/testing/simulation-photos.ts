/** The part of the simulation that is about issues and their photos. */
import { expect } from 'vitest';
import { freezeWork } from '../freeze.ts';
import type { Photo } from '../photo-record.ts';
import { startApp, type Death, type World } from './faulty-world.ts';
import { issue, photo, workOf } from './people-and-doors.ts';

export type IssueAct = {
  readonly act: 'issue';
  /** Bytes of each photo. */
  readonly sizes: readonly number[];
  /** The worker throws the report away instead of saving it. */
  readonly discarded: boolean;
  readonly death: Death;
};

/** Photos whose record was said to be saved, as they were taken. */
export type PhotoLedger = Map<string, Photo>;

/** A worker writes down an issue with photos; the app may die at any access to the store. Resolves with the entry. */
export async function reportIssue(
  world: World<string>,
  ledger: PhotoLedger,
  act: IssueAct,
  of: { householdId: string; number: number; sealingKey: string },
) {
  const photos = await Promise.all(
    act.sizes.map((size, index) => photo(of.number * 10 + index, { size, householdId: of.householdId })),
  );
  const entry = issue(of.householdId, photos);
  const ids = photos.map(({ id }) => id);
  const { storage, clock, orDeath } = startApp(world, [], act.death);
  const tools = { now: clock.now, random: world.random, sealingKey: of.sealingKey };
  const write = async (): Promise<void> => {
    for (const one of photos) await storage.addPhoto(one);
    if (act.discarded) await storage.dropDraftPhotos(ids);
    else await freezeWork(storage, tools, { ...workOf([entry]), photos: ids });
  };
  const end = await orDeath(write());
  const frozen = world.disk.records.has(entry.id);
  if (end !== 'died') expect(frozen, 'what was called saved is on the disk').toBe(!act.discarded);
  if (frozen) for (const one of photos) ledger.set(one.id, one);
  return { entry, frozen };
}

/** What holds of photos at every moment. */
export function checkPhotoStep({ disk, server }: World<string>, ledger: PhotoLedger): void {
  for (const { id, digest } of ledger.values()) {
    const kept = disk.photos.get(id);
    expect(kept?.digest, 'no photo is deleted').toBe(digest);
    expect(kept?.state, 'a photo of a saved record is no draft').not.toBe('draft');
  }
  if (disk.marks.epoch !== server.epoch()) return;
  for (const { state, digest, size } of disk.photos.values())
    if (state === 'confirmed')
      expect(server.data().photos.get(digest)?.bytes.length, 'confirmed only when all of it arrived').toBe(
        size,
      );
}

/** Once the network is well: each photo is at the office, byte for byte, and drafts never left. */
export function checkPhotoEnd({ disk, server }: World<string>, ledger: PhotoLedger): void {
  const there = server.data().photos;
  for (const { id, digest, bytes } of ledger.values()) {
    expect(disk.photos.get(id)?.state).toBe('confirmed');
    expect([...(there.get(digest)?.bytes ?? [])], 'the server has what was taken').toEqual([...bytes]);
  }
  const sent = new Set([...ledger.values()].map(({ digest }) => digest));
  expect([...there.keys()].filter((digest) => !sent.has(digest))).toEqual([]);
}
