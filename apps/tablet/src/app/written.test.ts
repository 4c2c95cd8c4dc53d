import 'fake-indexeddb/auto';
import {
  createSyncEngine,
  cryptoRandom,
  freezeWork,
  httpSyncClient,
  type OutboxStorage,
  type SyncEngine,
} from '@huhudao/outbox';
import { createSealingKeyPair } from '@huhudao/outbox/open';
import { newId } from '@huhudao/protocol';
import { shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { beforeEach, describe, expect, it } from 'vitest';
import { concernStore, type ConcernStore } from '../local/concerns.store.ts';
import { createStoreKey } from '../local/envelope.ts';
import { PersonDatabase } from '../local/person.database.ts';
import { outboxStorage } from '../local/storage.ts';
import { vaultOf } from '../local/vault.ts';
import { workStore, type WorkStore } from '../local/work.store.ts';
import type { Draft, HeldWork, LocalPart } from '../local/work.types.ts';
import { someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { newConcern, reportedConcern } from '../work/concern.ts';
import { newDraft } from '../work/draft.ts';
import { finishVisit } from '../work/finish-visit.ts';
import { doorRefOf, quickVisits } from '../work/record-visit.ts';
import { withDraft, withFrozen, withHeld, withoutDraft } from './written.ts';

const round = someRound({ questionnaireHash: 'a'.repeat(64) });
const stairwell = someStairwell();
const [zhang, li] = [someHousehold(stairwell, { room: '902' }), someHousehold(stairwell, { room: '901' })];
const { streetId } = someStreet();
const view = { streetId, round, stairwells: [] };
const at = Date.parse('2026-11-20T11:00:00.000Z');

const draftAt = (household: typeof zhang, over: Partial<Draft> = {}): Draft => ({
  ...newDraft(doorRefOf(view, household), round, household, '2026-11-20T10:00:00.000Z'),
  ...over,
});
const forms = { form: compile(visitForm, 'visitForm'), questionnaire: compile(shortForm, 'questionnaire') };
const finished = (draft: Draft): HeldWork => finishVisit(draft, forms, at);

const { publicKey: sealingKey } = await createSealingKeyPair();
const tools = { now: () => at, random: cryptoRandom, sealingKey };

let work: WorkStore;
let concerns: ConcernStore;
let storage: OutboxStorage<LocalPart>;
let engine: SyncEngine;
beforeEach(async () => {
  const database = new PersonDatabase(newId());
  const vault = vaultOf(await createStoreKey());
  [work, concerns] = [workStore(database, vault), concernStore(database, vault)];
  storage = outboxStorage(database, vault);
  const noNetwork = () => Promise.reject(new TypeError('No network'));
  const client = httpSyncClient({ origin: '', fetch: noNetwork });
  engine = createSyncEngine({ storage, client, streetIds: () => [], lockName: database.name });
});

const onDisk = async () => ({
  drafts: await work.drafts(),
  held: await work.held(),
  concerns: await concerns.concerns(),
});

/** With what freezing changes as well. */
const allOnDisk = async () => ({
  ...(await onDisk()),
  own: await work.ownBeside(new Set()),
  records: await storage.list(['queued', 'sending', 'needsAttention', 'parallel']),
  status: await engine.status(),
});

describe('what the screens show of what was just written is what the disk says', () => {
  it('of a draft, written for the first time, again, and thrown away', async () => {
    const [first, second] = [draftAt(zhang), draftAt(li)];
    for (const draft of [first, second, { ...first, step: 'present' as const }]) {
      const before = await onDisk();
      await work.putDraft(draft);
      expect({ ...before, ...withDraft(before, draft) }).toEqual(await onDisk());
    }
    const before = await onDisk();
    await work.dropDraft(first.id);
    expect({ ...before, ...withoutDraft(before, first.id) }).toEqual(await onDisk());
  });

  it('of nobody at home', async () => {
    for (const household of [zhang, li]) {
      const before = await onDisk();
      const held = quickVisits(view, [household], { outcome: 'notHome', appointment: null }, at);
      await work.hold(held);
      expect({ ...before, ...withHeld(before, held) }).toEqual(await onDisk());
    }
  });

  it('of a visit that ends its draft, and of one that leaves it for another time', async () => {
    const ended = draftAt(zhang, {
      answering: 'finished',
      identityMode: 'named',
      completionMode: 'readAloud',
    });
    const left = draftAt(li, { ...ended, ...draftAt(li), answering: 'open', outcome: 'partial' });
    for (const draft of [ended, left]) await work.putDraft(draft);
    for (const draft of [{ ...ended, consentedAt: '2026-11-20T10:01:00.000Z' }, left]) {
      const before = await onDisk();
      const held = finished(draft);
      await work.hold(held);
      expect({ ...before, ...withHeld(before, held) }).toEqual(await onDisk());
    }
    expect((await onDisk()).drafts).toMatchObject([{ id: left.id, partialSent: true }]);
  });

  it('of work that is frozen: visits of a landing, a visit that left answers, an anonymous response', async () => {
    const landing = quickVisits(view, [zhang, li], { outcome: 'notHome', appointment: null }, at);
    const left = draftAt(zhang, { answering: 'open', identityMode: 'named', outcome: 'partial' });
    const anonymous = draftAt(li, {
      answering: 'finished',
      identityMode: 'anonymous',
      completionMode: 'handedOver',
      questionnaire: { hash: 'a'.repeat(64), answers: { knowsCampaign: 'know' }, page: null, question: null },
    });
    for (const draft of [left, anonymous]) await work.putDraft(draft);
    for (const held of [landing, finished(left), finished(anonymous)]) {
      await work.hold(held);
      const before = await allOnDisk();
      const records = await freezeWork(storage, tools, held.work);
      expect({ ...before, ...withFrozen(before, held.work, records) }).toEqual(await allOnDisk());
    }
    expect((await allOnDisk()).status).toMatchObject({ unsent: 4, anonymousUnsent: 1 });
  });

  it('but not of what it cannot know: a photo, a record that was refused, or one that was read already', async () => {
    const held = quickVisits(view, [zhang], { outcome: 'notHome', appointment: null }, at);
    const before = await allOnDisk();
    const records = await freezeWork(storage, tools, {
      ...held.work,
      local: { ...held.work.local, heldIds: [] },
    });
    expect(withFrozen(before, { ...held.work, photos: [newId()] }, records)).toBeUndefined();
    expect(withFrozen(before, { ...held.work, corrects: newId() }, records)).toBeUndefined();
    expect(withFrozen(await allOnDisk(), held.work, records)).toBeUndefined();
    expect(withFrozen(before, held.work, records)).toBeDefined();
  });

  it('of an issue', async () => {
    const concern = { ...newConcern(doorRefOf(view, zhang)), category: 'lift' as const };
    await concerns.putConcern(concern);
    const before = await onDisk();
    const held = reportedConcern(concern, at);
    await work.hold(held);
    expect({ ...before, ...withHeld(before, held) }).toEqual(await onDisk());
  });
});
