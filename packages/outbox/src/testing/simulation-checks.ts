/** What the simulation checks after each act and at the end: the promises of SPEC.md. */
import { expect } from 'vitest';
import { openJson } from '../open.ts';
import { isConfirmed } from '../states.ts';
import { statusOf } from '../sync-status.ts';
import type { World } from './faulty-world.ts';
import { memoryStorage } from './memory-storage.ts';
import { checkSeparation } from './separation-check.ts';
import { checkPhotoEnd, checkPhotoStep } from './simulation-photos.ts';
import type { Simulation } from './simulation.ts';

/** What holds at every moment. */
export function checkStep({ world, records, anonymous, photos, judgeGapFrom }: Simulation): void {
  const { disk, server, log } = world;
  for (const id of records.keys()) expect(disk.records.has(id), 'nothing is deleted').toBe(true);
  for (const id of anonymous) expect(disk.anonymous.has(id), 'nothing anonymous is deleted').toBe(true);
  const effects = server.data().effects.map(({ id }) => id);
  expect(new Set(effects).size, 'each record has one effect').toBe(effects.length);
  if (disk.marks.epoch === server.epoch()) {
    const there = new Set(effects);
    for (const { id, state } of disk.records.values())
      if (isConfirmed(state)) expect(there.has(id), 'green only when confirmed').toBe(true);
    for (const { id, state } of disk.anonymous.values())
      if (state === 'kept')
        expect(server.data().anonymousClaims.has(id), 'kept only when confirmed').toBe(true);
  }
  checkPhotoStep(world, photos);
  checkSeparation(log, judgeGapFrom);
}

/** What holds once everything could get through. */
export async function checkEnd({ world, records, anonymous, photos, setup }: Simulation): Promise<void> {
  const { disk, server } = world;
  const storage = memoryStorage(disk);
  const run = { running: false, problem: null };
  const counted = {
    records: await storage.counts(),
    anonymous: await storage.anonymousCounts(),
    photos: await storage.photoCounts(),
  };
  const nothing = { unsent: 0, sending: 0, anonymousUnsent: 0, photosUnsent: 0 };
  expect(statusOf(counted, disk.marks, run)).toMatchObject(nothing);
  checkPhotoEnd(world, photos);
  const effects = new Map(server.data().effects.map(({ id, content }) => [id, content]));
  for (const [id, { verdict, content, correctedBy }] of records) {
    const state = disk.records.get(id)?.state;
    if (verdict === 'reject') {
      expect(state).toBe('needsAttention');
      expect(effects.has(id), 'what was corrected does not come to life again').toBe(false);
      if (correctedBy === undefined)
        expect(server.data().quarantine.has(id), 'the office has the refused record').toBe(true);
    } else {
      expect(state === undefined ? false : isConfirmed(state)).toBe(true);
      if (disk.records.get(id)?.kind === 'recordVisit')
        expect(state, 'told of another team, and only where there was one').toBe(
          verdict === 'parallel' || verdict === 'metLater' ? 'parallel' : 'accepted',
        );
      expect(effects.get(id), 'the server has what was frozen').toBe(content);
    }
  }
  expect([...effects.keys()].filter((id) => !records.has(id))).toEqual([]);
  const arrived = server.data().anonymous.map(({ id }) => id);
  expect(arrived.toSorted(), 'each anonymous response is there once').toEqual([...anonymous].toSorted());
  await checkSealed(world, setup.privateKey);
}

/** Of what was confirmed the tablet keeps only what it cannot read, and that is still the same. */
async function checkSealed({ disk, server }: World<string>, privateKey: CryptoKeyPair): Promise<void> {
  for (const item of disk.anonymous.values()) {
    expect(item).not.toHaveProperty('response');
    const there = server.data().anonymous.find(({ id }) => id === item.id);
    expect(await openJson(privateKey, item.box)).toEqual(there);
  }
  for (const { kind, state, content } of disk.records.values())
    if (kind === 'recordResponse' && isConfirmed(state)) expect(content.form).toBe('sealed');
}
