import 'fake-indexeddb/auto';
import { must } from '@huhudao/domain';
import { freezeWork } from '@huhudao/outbox';
import { createSealingKeyPair } from '@huhudao/outbox/open';
import { newId } from '@huhudao/protocol';
import { shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { beforeEach, describe, expect, it } from 'vitest';
import { assigned, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { newDraft, resumableDraft } from '../work/draft.ts';
import { finishVisit, lateAnswers } from '../work/finish-visit.ts';
import { doorRefOf, quickVisits } from '../work/record-visit.ts';
import { roundView, type RoundView } from '../work/round-view.ts';
import { DeviceDatabase } from './device.database.ts';
import { enter, type Given } from './enter.ts';
import { listPeople, nameDevice, signOutPerson, type Profile } from './people.store.ts';
import { PersonDatabase } from './person.database.ts';
import { outboxStorage } from './storage.ts';
import { vaultOf } from './vault.ts';
import { workStore } from './work.store.ts';
import type { Draft } from './work.types.ts';

const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell, { residentName: '张建华', phone: '19900000001' });
const street = someStreet({
  rounds: [round],
  stairwells: [stairwell],
  households: [household],
  assignments: [assigned(round, household)],
});
const view = roundView(street, round.id, {
  own: [],
  held: [],
  drafts: [],
  records: [],
  confirmed: new Map(),
}) as RoundView;
const { publicKey } = await createSealingKeyPair();
const tools = { now: () => Date.parse('2026-11-20T11:00:00.000Z'), random: () => 0.5, sealingKey: publicKey };

/** Somebody opened the door of the household. */
function draftAtTheDoor(): Draft {
  const door = {
    streetId: street.streetId,
    roundId: round.id,
    stairwellId: stairwell.id,
    householdId: household.id,
  };
  return newDraft(door, round, household, '2026-11-20T10:00:00.000Z');
}

function profileOf(name: string): Profile {
  const session = {
    personId: newId(),
    login: `${name}-login`,
    name,
    mustChangePassword: false,
    grants: [],
    demo: false,
  };
  return { session, credential: 'planted-credential', sealingKey: publicKey };
}

const pin = '471902';
const secret = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));
const given = (profile: Profile): Given => ({
  profile,
  unlockSecret: secret(1),
  recoverySecret: secret(2),
  revoked: false,
});

async function openFor(device: DeviceDatabase, profile: Profile) {
  const person = await enter(device, given(profile), pin);
  const database = new PersonDatabase(profile.session.personId);
  const vault = vaultOf(person.key);
  return { person, database, storage: outboxStorage(database, vault), work: workStore(database, vault) };
}

/** Everything a database holds, as a thief with the profile would read it. */
async function dump(database: PersonDatabase | DeviceDatabase): Promise<string> {
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  const readable = (_: string, value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
    return value;
  };
  return JSON.stringify(rows, readable);
}

let device: DeviceDatabase;
beforeEach(() => {
  device = new DeviceDatabase(`huhudao-${newId()}`);
});

const nobodyHome = () =>
  quickVisits(view, [household], { outcome: 'notHome', appointment: null }, tools.now());

describe('work that can be taken back', () => {
  it('is on the disk at once, and gone when it is taken back', async () => {
    const { work } = await openFor(device, profileOf('zhang'));
    const held = nobodyHome();
    await work.hold(held);
    expect((await work.held()).map(({ id }) => id)).toEqual([held.id]);
    expect(await work.takeBack(held.id)).toBe(true);
    expect(await work.held()).toEqual([]);
  });

  it('becomes one record when it is frozen, and cannot be taken back any more', async () => {
    const { work, storage } = await openFor(device, profileOf('zhang'));
    const held = nobodyHome();
    await work.hold(held);
    await freezeWork(storage, tools, held.work);
    expect(await work.takeBack(held.id)).toBe(false);
    expect(await storage.counts()).toMatchObject({ queued: 1 });
    expect(await work.ownBeside(new Set())).toHaveLength(1);
  });

  it('that was taken back in another tab is not frozen', async () => {
    const { work, storage } = await openFor(device, profileOf('zhang'));
    const held = nobodyHome();
    await work.hold(held);
    await work.takeBack(held.id);
    await expect(freezeWork(storage, tools, held.work)).rejects.toThrow('not there');
    expect(await storage.counts()).toMatchObject({ queued: 0 });
    expect(await work.ownBeside(new Set())).toEqual([]);
  });

  it('is frozen once where two tabs try at the same moment', async () => {
    const { work, storage } = await openFor(device, profileOf('zhang'));
    const held = nobodyHome();
    await work.hold(held);
    const both = await Promise.allSettled([
      freezeWork(storage, tools, held.work),
      freezeWork(storage, tools, held.work),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await storage.counts()).toMatchObject({ queued: 1 });
  });
});

describe('a draft', () => {
  it('comes back as it was left after the app was closed', async () => {
    const profile = profileOf('zhang');
    const { work, database } = await openFor(device, profile);
    const draft = draftAtTheDoor();
    const questionnaire = {
      hash: 'a'.repeat(64),
      answers: { knowsCampaign: 'heardOf' },
      page: 'overall',
      question: 'knowsCampaign',
    };
    await work.putDraft({ ...draft, step: 'questions', questionnaire });
    database.close();
    const again = await openFor(device, profile);
    expect(await again.work.drafts()).toEqual([{ ...draft, step: 'questions', questionnaire }]);
  });

  const forms = {
    form: compile(visitForm, 'visitForm'),
    questionnaire: compile(shortForm, 'questionnaire'),
  };
  const answering = (state: 'finished' | 'open'): Draft => ({
    ...newDraft(doorRefOf(view, household), round, household, '2026-11-20T10:00:00.000Z'),
    answering: state,
    identityMode: 'confidential',
    completionMode: 'handedOver',
    consentedAt: '2026-11-20T10:01:00.000Z',
    outcome: state === 'open' ? 'partial' : null,
    questionnaire: { hash: 'a'.repeat(64), answers: { knowsCampaign: 'know' }, page: null, question: null },
  });

  it('is finished once: gone while it is held, refused the second time, and back when that is undone', async () => {
    const { work } = await openFor(device, profileOf('zhang'));
    const draft = answering('finished');
    await work.putDraft(draft);
    const held = finishVisit(draft, forms, tools.now());
    await work.hold(held);
    expect(await work.drafts()).toEqual([]);
    await expect(work.hold(finishVisit(draft, forms, tools.now()))).rejects.toThrow('finished already');
    expect(await work.held()).toHaveLength(1);
    await work.takeBack(held.id);
    expect(await work.drafts()).toEqual([draft]);
  });

  it('that keeps its answers for another visit is as it was once that is undone', async () => {
    const { work } = await openFor(device, profileOf('zhang'));
    const draft = answering('open');
    await work.putDraft(draft);
    const held = finishVisit(draft, forms, tools.now());
    await work.hold(held);
    expect(await work.drafts()).toEqual([resumableDraft(draft)]);
    await work.takeBack(held.id);
    expect(await work.drafts()).toEqual([draft]);
  });

  it('whose answers count at the end of the round is frozen once where two tabs try at the same moment', async () => {
    const { work, storage } = await openFor(device, profileOf('zhang'));
    const draft = resumableDraft(answering('open'));
    await work.putDraft(draft);
    const late = () => must(lateAnswers(draft, forms.questionnaire), 'the answers');
    const both = await Promise.allSettled([
      freezeWork(storage, tools, late()),
      freezeWork(storage, tools, late()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await storage.counts()).toMatchObject({ queued: 1 });
    expect(await work.drafts()).toEqual([]);
  });
});

describe('the key of a store', () => {
  it('is one where two tabs sign the same person in at the same moment', async () => {
    const profile = profileOf('zhang');
    const signIn = () => enter(device, given(profile), pin);
    const people = await Promise.all([signIn(), signIn()]);
    expect(new Set(people.map(({ key }) => key.keyId)).size).toBe(1);
  });
});

describe('whoever finds the tablet', () => {
  it('reads no name, phone number, answer, door or credential in what is stored', async () => {
    const { work, storage, database } = await openFor(device, profileOf('planted'));
    await storage.settle({
      epoch: 'e',
      receivedAt: '2026-11-20T08:00:00.000Z',
      records: [],
      anonymous: [],
    });
    const { streetId: _, ...page } = street;
    await storage.applyPull(street.streetId, null, {
      ...page,
      planning: null,
      reset: true,
      parallelVisits: [],
      notices: [],
      epoch: 'e',
    });
    const draft = draftAtTheDoor();
    const questionnaire = {
      hash: 'a'.repeat(64),
      answers: { item: 'planted-answer' },
      page: null,
      question: null,
    };
    await work.putDraft({ ...draft, id: newId(), questionnaire });
    await work.hold(nobodyHome());
    const held = nobodyHome();
    await work.hold(held);
    await freezeWork(storage, tools, held.work);
    const stored = (await dump(database)) + (await dump(device));
    expect(stored).toContain('ciphertext');
    for (const planted of [
      '张建华',
      'zjh',
      '19900000001',
      'planted-answer',
      'planted-credential',
      'planted-login',
      household.id,
    ])
      expect(stored).not.toContain(planted);
  });

  it('finds another person’s store closed to them', async () => {
    const zhang = await openFor(device, profileOf('zhang'));
    const li = await openFor(device, profileOf('li'));
    await zhang.work.hold(nobodyHome());
    await expect(workStore(zhang.database, vaultOf(li.person.key)).held()).rejects.toThrow('another key');
  });
});

describe('signing in on a tablet', () => {
  it('again opens the same store, and whoever has signed out is not named on the lock screen', async () => {
    const profile = profileOf('zhang');
    const person = await enter(device, given(profile), pin);
    const { personId, name } = profile.session;
    expect(await listPeople(device)).toEqual([{ personId, name, opensBy: 'pin' }]);
    await signOutPerson(device, person);
    expect(await listPeople(device)).toEqual([]);
    expect((await enter(device, given(profile), null)).key.keyId).toBe(person.key.keyId);
  });

  it('keeps the tablet’s id when its name changes', async () => {
    const first = await nameDevice(device, '2号平板');
    expect(await nameDevice(device, '3号平板')).toBe(first);
  });
});
