/** A tablet of version 1, whose keys lay beside the stores, becomes one whose keys take a PIN. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { must } from '@huhudao/domain';
import { cryptoRandom, freezeWork } from '@huhudao/outbox';
import { createSealingKeyPair } from '@huhudao/outbox/open';
import { newId } from '@huhudao/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import { assigned, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { newDraft } from '../work/draft.ts';
import { doorRefOf, quickVisits } from '../work/record-visit.ts';
import { roundView } from '../work/round-view.ts';
import { DeviceDatabase } from './device.database.ts';
import { enter, mustChoosePin, type Given } from './enter.ts';
import { createStoreKey, type StoreKey } from './envelope.ts';
import { isFormer, listPeople, type Person, type Profile } from './people.store.ts';
import { PersonDatabase } from './person.database.ts';
import { loadReference } from './reference.store.ts';
import { finishRekeying } from './rekey.ts';
import { outboxStorage } from './storage.ts';
import { unlock } from './unlock.ts';
import { vaultOf } from './vault.ts';
import { workStore } from './work.store.ts';

const { publicKey: sealingKey } = await createSealingKeyPair();
const round = someRound();
const stairwell = someStairwell();
const households = [1, 2, 3, 4].map(() => someHousehold(stairwell, { residentName: '张建华' }));
const street = someStreet({
  rounds: [round],
  stairwells: [stairwell],
  households,
  assignments: households.map((household) => assigned(round, household)),
});
const nothing = { own: [], held: [], drafts: [], records: [], confirmed: new Map() };
const view = must(roundView(street, round.id, nothing), 'the round');
const secret = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));
const at = '2026-11-20T08:00:00.000Z';
const tools = { now: () => Date.parse(at), random: cryptoRandom, sealingKey };

/** What the app of version 1 wrote: the key in the row, who is signed in, and a store of everything there is. */
async function tabletOfVersion1() {
  const name = `huhudao-${newId()}`;
  const personId = newId();
  const session = {
    personId,
    login: 'zhang',
    name: '张工',
    mustChangePassword: false,
    grants: [],
    demo: false,
  };
  const profile: Profile = { session, credential: 'planted-credential', sealingKey };
  const key = await createStoreKey();
  const old = new Dexie(name);
  old.version(1).stores({ people: '&personId', settings: '&name' });
  await old
    .table('people')
    .put({ personId, ...key, profile: await vaultOf(key).lock('profile', personId, profile) });
  await old.table('settings').bulkPut([
    { name: 'device', deviceId: newId(), deviceName: '2号平板' },
    { name: 'current', personId },
  ]);
  old.close();
  await fill(personId, key);
  const given: Given = { profile, unlockSecret: secret(1), recoverySecret: secret(2), revoked: false };
  return { device: new DeviceDatabase(name), personId, key, given };
}

const openDraft = {
  ...newDraft(doorRefOf(view, must(households[0], 'a door')), round, must(households[0], 'a door'), at),
  step: 'questions' as const,
  questionnaire: {
    hash: 'a'.repeat(64),
    answers: { knowsCampaign: 'know' },
    page: 'overall',
    question: null,
  },
};

async function fill(personId: string, key: StoreKey): Promise<void> {
  const database = new PersonDatabase(personId);
  const vault = vaultOf(key);
  const [storage, work] = [outboxStorage(database, vault), workStore(database, vault)];
  await storage.settle({ epoch: 'e', receivedAt: at, records: [], anonymous: [] });
  const { streetId: _, ...page } = street;
  await storage.applyPull(street.streetId, null, {
    ...page,
    planning: null,
    reset: true,
    parallelVisits: [],
    notices: [],
    epoch: 'e',
  });
  await storage.putVersion({ hash: 'a'.repeat(64), kind: 'questionnaire', definition: {}, compiled: null });
  await work.putDraft(openDraft);
  const visits = households
    .slice(1)
    .map((household) =>
      quickVisits(view, [household], { outcome: 'notHome', appointment: null }, tools.now()),
    );
  for (const held of visits) await work.hold(held);
  for (const held of visits.slice(0, 2)) await freezeWork(storage, tools, held.work);
  const [first] = await storage.list(['queued']);
  await storage.settle({
    epoch: 'e',
    receivedAt: at,
    records: [{ id: must(first, 'a record').id, event: 'acknowledged', at }],
    anonymous: [],
  });
  database.close();
}

/** Everything of a person, opened with the keys they have now. */
async function contentOf(person: Person) {
  const database = new PersonDatabase(person.profile.session.personId);
  const vault = vaultOf(person.key, person.former);
  const [storage, work] = [outboxStorage(database, vault), workStore(database, vault)];
  const records = await storage.list(['queued', 'accepted']);
  const content = {
    streets: await loadReference(database, vault),
    drafts: await work.drafts(),
    held: await work.held(),
    own: (await work.ownBeside(new Set())).length,
    states: records.map(({ state }) => state),
    payloads: await Promise.all(records.map(async ({ id }) => (await storage.read(id))?.content)),
  };
  const keyIds = await keyIdsOf(database);
  database.close();
  return { content, keyIds };
}

/** Every key that anything in the store is locked with. */
async function keyIdsOf(database: PersonDatabase): Promise<Set<unknown>> {
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  const fields = rows.flat().flatMap((row: object) => Object.values(row));
  return new Set(
    fields.flatMap((value) =>
      typeof value === 'object' && value !== null && 'keyId' in value ? [value.keyId] : [],
    ),
  );
}

afterEach(() => void vi.restoreAllMocks());

it('is asked for the password once, chooses a PIN, and has everything locked anew: draft, unsent and confirmed', async () => {
  const { device, personId, key, given } = await tabletOfVersion1();
  expect(await listPeople(device)).toEqual([{ personId, name: '张工', opensBy: 'password' }]);
  expect(await device.settings.toArray()).toHaveLength(1);
  expect(await mustChoosePin(device, personId)).toBe(true);
  const before = await contentOf({ ...given, key, former: null, autoLock: 5 });
  expect(before.content).toMatchObject({ drafts: [openDraft], states: ['accepted', 'queued'], own: 2 });
  const person = await finishRekeying(device, await enter(device, given, '471902'));
  const after = await contentOf(person);
  expect(after.content).toEqual(before.content);
  expect([before.keyIds, after.keyIds]).toEqual([new Set([key.keyId]), new Set([person.key.keyId])]);
  const opened = await unlock(device, personId, '471902');
  expect(opened).toMatchObject({ result: 'open', person: { former: null } });
  const row = must(await device.people.get(personId), 'the row');
  expect(isFormer(row)).toBe(false);
  expect(Object.values(row).filter((value) => value instanceof CryptoKey)).toHaveLength(1);
});

it('loses nothing where the battery runs out in the middle: it reads under both keys, and goes on at the next start', async () => {
  const { device, personId, key, given } = await tabletOfVersion1();
  const before = await contentOf({ ...given, key, former: null, autoLock: 5 });
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  const entered = await enter(device, given, '471902');
  let written = 0;
  const off = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((...parameters) => {
    written += 1;
    return written > 4 ? Promise.reject(new Error('the battery is empty')) : encrypt(...parameters);
  });
  await expect(finishRekeying(device, entered)).rejects.toThrow('the battery is empty');
  off.mockRestore();
  const opened = await unlock(device, personId, '471902');
  if (opened.result !== 'open') throw new Error(opened.result);
  expect(opened.person.former?.keyId).toBe(key.keyId);
  const between = await contentOf(opened.person);
  expect(between.content).toEqual(before.content);
  expect(between.keyIds).toEqual(new Set([key.keyId, entered.key.keyId]));
  const after = await contentOf(await finishRekeying(device, opened.person));
  expect(after.content).toEqual(before.content);
  expect(after.keyIds).toEqual(new Set([entered.key.keyId]));
});
