import { describe, expect, test } from 'vitest';
import { openJson, importPrivateKey, createSealingKeyPair } from './open.ts';
import { freezeWork } from './freeze.ts';
import { emptyDisk, memoryStorage } from './testing/memory-storage.ts';
import { anonymousAnswers, confidentialResponse, door, visit, workOf } from './testing/people-and-doors.ts';

const now = Date.parse('2026-11-20T08:00:00.000Z');

async function tablet() {
  const pair = await createSealingKeyPair();
  const disk = emptyDisk<string>();
  const tools = { now: () => now, random: () => 0.5, sealingKey: pair.publicKey };
  return { pair, disk, storage: memoryStorage(disk), tools };
}

test('a response is sealed when it is frozen; what is inside is what will be sent', async () => {
  const { pair, disk, storage, tools } = await tablet();
  const entry = confidentialResponse(door(1));
  await freezeWork(storage, tools, workOf([entry], anonymousAnswers()));
  const keys = await importPrivateKey(pair.privateKey);
  const record = disk.records.get(entry.id);
  expect(await openJson(keys, record?.content.sealed ?? '')).toEqual(entry.payload);
  const [item] = disk.anonymous.values();
  expect(await openJson(keys, item?.box ?? '')).toEqual({ ...anonymousAnswers(), id: item?.id });
});

test('an anonymous response gets a random id that is not that of anything beside it', async () => {
  const { disk, storage, tools } = await tablet();
  const entry = visit(door(1));
  await freezeWork(storage, tools, workOf([entry], anonymousAnswers()));
  const [id = ''] = disk.anonymous.keys();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(JSON.stringify([...disk.records.values()])).not.toContain(id);
});

test('what changes on the screen afterwards does not change what was frozen', async () => {
  const { disk, storage, tools } = await tablet();
  const formAnswers = { note: '先敲门' };
  const entry = visit(door(1), formAnswers);
  await freezeWork(storage, tools, workOf([entry]));
  formAnswers.note = '改了';
  expect(JSON.stringify(disk.records.get(entry.id))).toContain('先敲门');
});

describe('nothing is written', () => {
  test('where a payload is not what its kind asks for; the places are named, not what stood there', async () => {
    const { disk, storage, tools } = await tablet();
    const entry = visit('door 12');
    const freezing = freezeWork(storage, tools, workOf([visit(door(1)), entry]));
    await expect(freezing).rejects.toMatchObject({
      code: 'invalidRequest',
      details: { kind: 'recordVisit', at: ['householdId'] },
    });
    expect(disk.records.size).toBe(0);
  });

  test('where a record is too long ever to be sent', async () => {
    const { disk, storage, tools } = await tablet();
    const entry = visit(door(1), { note: '长'.repeat(22_000) });
    await expect(freezeWork(storage, tools, workOf([entry]))).rejects.toMatchObject({ code: 'bodyTooLarge' });
    const long = { ...anonymousAnswers(), answers: { note: '长'.repeat(22_000) } };
    await expect(freezeWork(storage, tools, workOf([], long))).rejects.toMatchObject({
      code: 'bodyTooLarge',
    });
    expect([disk.records.size, disk.anonymous.size, disk.local.length]).toEqual([0, 0, 0]);
  });
});

test('the sealed box of the longest response that can be frozen fits the wire', async () => {
  const { disk, storage, tools } = await tablet();
  await freezeWork(
    storage,
    tools,
    workOf([], { ...anonymousAnswers(), answers: { note: '长'.repeat(21_700) } }),
  );
  const [item] = disk.anonymous.values();
  expect(item?.box.length).toBeGreaterThan(80_000);
  expect(item?.box.length).toBeLessThanOrEqual(100_000);
});
