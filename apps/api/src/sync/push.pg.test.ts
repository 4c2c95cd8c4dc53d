import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { newId, push, pushAnonymous, type MutationResult } from '@huhudao/protocol';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './push.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet, sun: TestTablet;
let unused: TestDoor[];

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  sun = await api.tablet(street.people.sun);
  unused = [...street.doors.liuyin];
});
afterAll(() => api.stop());

const nextDoor = (): TestDoor => must(unused.shift(), 'a door no test has used');
const kinds = (results: MutationResult[]) =>
  results.map((one) => (one.result === 'rejected' ? one.code : one.result));
const count = async (table: 'visit' | 'response' | 'quarantine' | 'anonymous_response') =>
  must((await facts.countRows(api.sql, table, street.streetId))[0], 'a count').count;

describe('a push', () => {
  it('stores a visit and its response once, however often it is offered', async () => {
    const door = nextDoor();
    const batch = [records.visit(door), records.response(door)];
    expect(kinds(await records.push(li, ...batch))).toEqual(['accepted', 'accepted']);
    const before = [await count('visit'), await count('response')];
    expect(kinds(await records.push(li, ...batch))).toEqual(['alreadyAccepted', 'alreadyAccepted']);
    const reordered = batch.map((one) => Object.fromEntries(Object.entries(one).toReversed()));
    expect(kinds(await records.push(li, ...reordered))).toEqual(['alreadyAccepted', 'alreadyAccepted']);
    expect([await count('visit'), await count('response')]).toEqual(before);
  });

  it('gives fifty parallel retries one effect', async () => {
    const visit = records.visit(nextDoor());
    const before = await count('visit');
    const results = await Promise.all(Array.from({ length: 50 }, () => records.push(li, visit)));
    const outcomes = results.flatMap(kinds);
    expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'alreadyAccepted')).toHaveLength(49);
    expect(await count('visit')).toBe(before + 1);
  });

  it('keeps an id that comes again with other content for review, and changes nothing', async () => {
    const visit = records.visit(nextDoor(), { outcome: 'notHome' });
    await records.push(li, visit);
    const other = { ...visit, payload: { ...(visit.payload as object), outcome: 'completed' } };
    const quarantined = await count('quarantine');
    expect(kinds(await records.push(li, other))).toEqual(['idReused']);
    expect(await count('quarantine')).toBe(quarantined + 1);
    expect(kinds(await records.push(li, other))).toEqual(['idReused']);
    expect(await count('quarantine')).toBe(quarantined + 1);
  });

  it('takes the good records of a batch and keeps the bad ones with their reasons', async () => {
    const [first, second] = [nextDoor(), nextDoor()];
    const batch = [
      records.visit(first),
      { ...records.visit(second), payload: { surprise: true } },
      records.visit(second, { householdId: newId() }),
      records.visit(second, { roundId: newId() }),
      records.visit(second, { formHash: street.hashes.questionnaire }),
      records.visit(second, { outcome: 'appointment' }),
      records.visit(second, { present: ['neighbour'], completionMode: 'readAloud' }),
      { ...records.visit(second), deviceTime: '1970-01-01T00:00:00.000Z' },
      { ...records.visit(second), deviceTime: '2100-01-01T00:00:00.000Z' },
      records.visit(second),
    ];
    const before = await count('visit');
    const byId = new Map((await records.push(li, ...batch)).map((one) => [one.id, one]));
    const codes = batch.map((one) => kinds([must(byId.get(one.id), 'a result for each record')])[0]);
    expect(codes).toEqual([
      'accepted',
      'recordInvalid',
      'householdUnknown',
      'roundUnknown',
      'formMismatch',
      'appointmentNeedsTime',
      'readAloudNotOffered',
      'implausibleTime',
      'implausibleTime',
      'accepted',
    ]);
    expect(await count('visit')).toBe(before + 2);
  });

  it('lets one record that the database refuses take no other with it', async () => {
    const [first, second, third] = [nextDoor(), nextDoor(), nextDoor()];
    // What no check foresaw, and only the database refuses.
    await api.sql`alter table visit add constraint nobody_unable check (outcome <> 'unable')`;
    const batch = [
      records.visit(first),
      records.visit(second, { outcome: 'unable' }),
      records.response(second),
      records.visit(third),
    ];
    const before = [await count('visit'), await count('response')];
    const byId = new Map((await records.push(li, ...batch)).map((one) => [one.id, one]));
    await api.sql`alter table visit drop constraint nobody_unable`;
    expect(kinds(batch.map((one) => must(byId.get(one.id), 'a result')))).toEqual([
      'accepted',
      'recordInvalid',
      'accepted',
      'accepted',
    ]);
    expect([await count('visit'), await count('response')]).toEqual(
      before.map((one, index) => one + 2 - index),
    );
  });

  it.each(['1970-01-01', '2100-01-01'])(
    'refuses consent and an appointment of %s, and keeps both on hold',
    async (day) => {
      const [door, before] = [nextDoor(), await count('quarantine')];
      const appointment = { day, from: '10:00', until: '11:00' };
      const batch = [
        records.visit(door, { outcome: 'appointment', appointment }),
        records.response(door, { consentedAt: `${day}T02:00:00.000Z` }),
      ];
      expect(kinds(await records.push(li, ...batch)).toSorted()).toEqual([
        'appointmentImplausible',
        'implausibleTime',
      ]);
      expect(await count('quarantine')).toBe(before + 2);
    },
  );

  it.each([
    ['answerUnknown', { ...shortAnswers, favouriteColour: 'red' }],
    ['answerOutsideChoices', { ...shortAnswers, supportsEffort: 'love' }],
    ['answerWrongType', { ...shortAnswers, supportsEffort: 7 }],
    ['answerHidden', { ...shortAnswers, wantsContact: true }],
    ['answerMissing', { knowsCampaign: 'know' }],
  ])('refuses a response with %s and stores nothing of it', async (code, answers) => {
    const before = await count('response');
    const [result] = await records.push(li, records.response(nextDoor(), { answers }));
    expect(result).toMatchObject({ result: 'rejected', code });
    expect(JSON.stringify(result)).not.toContain('red');
    expect(await count('response')).toBe(before);
  });

  it('is refused whole where it is not a batch at all', async () => {
    const visit = records.visit(nextDoor());
    await expect(records.push(li, visit, visit)).rejects.toMatchObject({ code: 'duplicateInBatch' });
    const many = Array.from({ length: 101 }, () => ({ ...visit, id: newId() }));
    await expect(records.push(li, ...many)).rejects.toMatchObject({ code: 'batchTooLarge' });
  });

  it('for a street where the person has no role is not found', async () => {
    const elsewhere = await api.area('street', '青石街道', street.districtId);
    const body = {
      streetId: elsewhere,
      sentAt: api.clock.now.toISOString(),
      unsent: 0,
      oldestUnsentAt: null,
      mutations: [{}],
    };
    await expect(li.call(push, { body })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('of a visit by a building head is not permitted, and is kept', async () => {
    const head = await api.tablet(street.people.head);
    expect(kinds(await records.push(head, records.visit(nextDoor())))).toEqual(['notPermitted']);
  });

  it('flags two teams at one door on one day, keeps both visits and counts the first response', async () => {
    const door = nextDoor();
    expect(kinds(await records.push(li, records.visit(door), records.response(door)))).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(kinds(await records.push(sun, records.visit(door), records.response(door)))).toEqual([
      'parallel',
      'parallel',
    ]);
    const responses = await facts.listResponses(api.sql, street.streetId, door.id);
    expect(responses.map((one) => one.counted).toSorted()).toEqual([false, true]);
  });

  it('of a revoked tablet is kept word for word, and none of it is applied', async () => {
    const lost = await api.tablet(street.people.li);
    await facts.revokeDevice(api.sql, lost.deviceId, api.clock.now.toISOString());
    api.identities.forget();
    const [visits, kept] = [await count('visit'), await count('quarantine')];
    expect(kinds(await records.push(lost, records.visit(nextDoor())))).toEqual(['deviceRevoked']);
    expect([await count('visit'), await count('quarantine')]).toEqual([visits, kept + 1]);
  });

  it('that was accepted before its tablet was revoked is not put on hold when it is offered again', async () => {
    const lost = await api.tablet(street.people.li);
    const visit = records.visit(nextDoor());
    expect(kinds(await records.push(lost, visit))).toEqual(['accepted']);
    await facts.revokeDevice(api.sql, lost.deviceId, api.clock.now.toISOString());
    api.identities.forget();
    const before = [await count('visit'), await count('quarantine')];
    expect(kinds(await records.push(lost, visit))).toEqual(['alreadyAccepted']);
    expect([await count('visit'), await count('quarantine')]).toEqual(before);
    const other = { ...visit, deviceTime: '2026-11-10T01:00:00.000Z' };
    expect(kinds(await records.push(lost, other))).toEqual(['deviceRevoked']);
  });
});

describe('the rollup', () => {
  it('equals a recount of the counted responses', async () => {
    const recount = await facts.recountRollup(api.sql, street.streetId);
    const stored = await facts.listRollup(api.sql, street.streetId);
    expect(stored.length).toBeGreaterThan(8);
    expect(stored).toEqual(recount);
  });
});

describe('anonymous responses', () => {
  const send = async (tablet: TestTablet, responses: unknown[]) =>
    (await tablet.call(pushAnonymous, { body: { streetId: street.streetId, responses } })).results;

  it('come at least five at a time', async () => {
    const four = Array.from({ length: 4 }, () => records.anonymous(street.communities.liuyin));
    await expect(send(li, four)).rejects.toMatchObject({ code: 'batchTooSmall' });
  });

  it('are stored once, however often the batch is offered', async () => {
    const batch = Array.from({ length: 6 }, () => records.anonymous(street.communities.liuyin));
    expect(kinds(await send(li, batch))).toEqual(Array.from({ length: 6 }, () => 'accepted'));
    expect(kinds(await send(li, batch.toReversed()))).toEqual(
      Array.from({ length: 6 }, () => 'alreadyAccepted'),
    );
    expect(await count('anonymous_response')).toBe(6);
  });

  it('leave nothing in the audit but their number', async () => {
    const entries = await facts.listAudit(api.sql, street.streetId, 'responses.anonymousReceived');
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry).toMatchObject({ actorId: null, deviceId: null });
      expect(Object.keys(entry.subject)).toEqual(['count']);
    }
  });

  it('of another round’s questionnaire or of nowhere are refused, and the others are taken', async () => {
    const good = Array.from({ length: 4 }, () => records.anonymous(street.communities.liuyin));
    const bad = [
      records.anonymous(newId()),
      records.anonymous(street.communities.liuyin, { answers: { knowsCampaign: 'x' } }),
    ];
    const results = await send(li, [...good, ...bad]);
    expect(kinds(results).toSorted()).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'answerOutsideChoices',
      'householdUnknown',
    ]);
  });

  it('keeps of how many adults the one who answered was chosen, also where rows are mixed later', async () => {
    const door = nextDoor();
    await records.push(li, records.visit(door), records.response(door, { eligibleAdults: 3 }));
    const batch = Array.from({ length: 5 }, () => records.anonymous(street.communities.liuyin));
    const [first, ...others] = batch;
    await send(li, [{ ...must(first, 'a response'), eligibleAdults: 4 }, ...others]);
    await send(
      li,
      batch.map(() => records.anonymous(street.communities.liuyin)),
    );
    expect(await facts.listEligibleAdults(api.sql, street.streetId)).toEqual([
      { eligibleAdults: 3, kind: 'linked' },
      { eligibleAdults: 4, kind: 'anonymous' },
    ]);
    const tooMany = records.response(nextDoor(), { eligibleAdults: 5 });
    expect(kinds(await records.push(li, tooMany))).toEqual(['recordInvalid']);
  });
});

it('a push that was stored is answered as such, even if what the tablet holds cannot be noted', async () => {
  await api.sql`alter table device add constraint few_unsent check (unsent < 1000)`;
  const visit = records.visit(nextDoor());
  const sentAt = api.clock.now.toISOString();
  const body = { streetId: street.streetId, sentAt, unsent: 1000, oldestUnsentAt: null, mutations: [visit] };
  expect(kinds((await li.call(push, { body })).results)).toEqual(['accepted']);
  await api.sql`alter table device drop constraint few_unsent`;
  await li.call(push, { body });
  const rows = await api.sql<{ unsent: number }[]>`select unsent from device where id = ${li.deviceId}`;
  expect(rows).toEqual([{ unsent: 1000 }]);
});
