/**
 * Records that must not be taken: each gets its problem, is kept word for word in quarantine, and leaves every other
 * row of the database as it was.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  closeRound,
  newId,
  push,
  pushAnonymous,
  type Mutation,
  type MutationResult,
} from '@huhudao/protocol';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import { wholeDatabase } from '../testing/whole-database.ts';
import * as world from '../testing/world.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;
let closedRoundId: string;
let foreignDoor: TestDoor;
let door: TestDoor, other: TestDoor;
let former: Mutation;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  door = must(street.doors.liuyin[0], 'a door');
  other = must(street.doors.liuyin[1], 'another door');
  foreignDoor = await doorOfAnotherStreet();
  closedRoundId = await street.openRound('十月普访', 'coverage');
  const params = { areaId: street.streetId, roundId: closedRoundId };
  await street.people.office.call(closeRound, { params });
  former = records.visit(other, { outcome: 'notHome' });
  await records.push(li, former);
});
afterAll(() => api.stop());

async function doorOfAnotherStreet(): Promise<TestDoor> {
  const streetId = await api.area('street', '青石街道', street.districtId);
  const communityId = await api.area('community', '青石社区', streetId);
  const [compoundId, buildingId, stairwellId, id] = [newId(), newId(), newId(), newId()];
  const place = { streetId, communityId };
  await world.insertCompound(api.sql, { ...place, id: compoundId, name: '青苑' });
  await world.insertBuilding(api.sql, { ...place, id: buildingId, compoundId, label: '1栋', position: 1 });
  await world.insertStairwell(api.sql, {
    ...place,
    id: stairwellId,
    buildingId,
    label: '1单元',
    position: 1,
  });
  const stood = { floor: 1, position: 1, occupancy: 'occupied', changeNumber: 1 };
  await world.insertHouseholds(api.sql, [{ ...place, ...stood, id, stairwellId, room: '101' }]);
  return { id, stairwellId, communityId, room: '101' };
}

type Kept = { id: string; mutation_id: string | null; problem_code: string; body: unknown };

/** What may change when a record is refused: that it was, who said so, and what was kept of it. */
const traces = ['quarantine', 'street_head', 'audit_entry', 'device'];

async function quarantined(): Promise<Kept[]> {
  return (await wholeDatabase(api.sql))['quarantine'] as Kept[];
}

const codeOf = (result: MutationResult | undefined): string =>
  result?.result === 'rejected' ? result.code : String(result?.result);

const answered = (answers: Record<string, unknown>) => records.response(door, { answers });
const never = 'f'.repeat(64);

describe('a record', () => {
  it.each<[what: string, code: string, make: () => unknown]>([
    ['an answer to a question that is not asked', 'answerHidden', () => answered({ ...shortAnswers, wantsContact: true })], // prettier-ignore
    ['an answer outside the choices', 'answerOutsideChoices', () => answered({ ...shortAnswers, supportsEffort: 'love' })], // prettier-ignore
    [
      'an answer of the wrong type',
      'answerWrongType',
      () => answered({ ...shortAnswers, supportsEffort: 7 }),
    ],
    ['an answer nobody asked for', 'answerUnknown', () => answered({ ...shortAnswers, income: 'high' })],
    ['a required answer missing', 'answerMissing', () => answered({ knowsCampaign: 'know' })],
    [
      'a questionnaire never published',
      'versionUnknown',
      () => records.response(door, { versionHash: never }),
    ],
    ['another questionnaire than the round’s', 'questionnaireMismatch', () => records.response(door, { versionHash: street.hashes.visitForm })], // prettier-ignore
    ['a visit form never published', 'formMismatch', () => records.visit(door, { formHash: never })],
    ['a household of another street', 'householdUnknown', () => records.visit(foreignDoor)],
    ['an answer of a household of another street', 'householdUnknown', () => records.response(foreignDoor)],
    ['a round that is not there', 'roundUnknown', () => records.visit(door, { roundId: newId() })],
    ['a visit in a closed round', 'roundNotOpen', () => records.visit(door, { roundId: closedRoundId })],
    [
      'a response in a closed round',
      'roundNotOpen',
      () => records.response(door, { roundId: closedRoundId }),
    ],
    ['a time in 1970', 'implausibleTime', () => ({ ...records.visit(door), deviceTime: '1970-01-01T00:00:00Z' })], // prettier-ignore
    ['a time in 2100', 'implausibleTime', () => ({ ...records.visit(door), deviceTime: '2100-01-01T00:00:00Z' })], // prettier-ignore
    [
      'an id that was used for another content',
      'idReused',
      () => ({ ...records.visit(door), id: former.id }),
    ],
    ['an unknown key', 'recordInvalid', () => records.visit(door, { admin: true } as never)],
    [
      'a key of the wrong type',
      'recordInvalid',
      () => records.visit(door, { companionIds: 'zhao' } as never),
    ],
    ['a kind that is not there', 'recordInvalid', () => ({ ...records.visit(door), kind: 'dropTable' })],
    ['a NUL in a text', 'recordInvalid', () => records.visit(door, { formAnswers: { note: '张\u0000三' } })],
    [
      'half a sign in a text',
      'recordInvalid',
      () => records.visit(door, { formAnswers: { note: '\uD83D' } }),
    ],
    ['half a sign in a key', 'recordInvalid', () => answered({ ...shortAnswers, '\uDE00': 1 })],
    ['a NUL for a kind', 'recordInvalid', () => ({ ...records.visit(door), kind: '\u0000' })],
  ])('with %s is refused as %s and kept; nothing else changes', async (_what, code, make) => {
    const record = make() as Mutation;
    const before = await wholeDatabase(api.sql, traces);
    const kept = new Set((await quarantined()).map((row) => row.id));
    const results = await records.push(li, record);
    expect(results.map(codeOf)).toEqual([code]);
    expect(await wholeDatabase(api.sql, traces)).toEqual(before);
    const [added, ...more] = (await quarantined()).filter((row) => !kept.has(row.id));
    expect(more).toEqual([]);
    expect(added).toMatchObject({ mutation_id: record.id, problem_code: code });
    expect(wordForWord(added?.body)).toEqual(record);
  });

  it('that no text of the database could hold keeps none of its neighbours waiting', async () => {
    const bad = records.visit(door, { formAnswers: { note: '\u0000\uD83D' } });
    const results = await records.push(li, records.visit(door), bad, records.visit(other));
    expect(results.map((one) => codeOf(one)).toSorted()).toEqual(['accepted', 'accepted', 'recordInvalid']);
  });
});

/** What the database cannot hold as JSON stands there as the text of that JSON. */
function wordForWord(body: unknown): unknown {
  const { json } = body as { json?: string };
  return json === undefined ? body : JSON.parse(json);
}

describe('a batch', () => {
  it.each<[what: string, code: string, make: () => unknown[]]>([
    ['two records of one id', 'duplicateInBatch', () => Array(2).fill(records.visit(door))],
    ['101 records', 'batchTooLarge', () => Array.from({ length: 101 }, () => records.visit(door))],
    ['none', 'invalidRequest', () => []],
  ])('of %s is refused whole as %s, and nothing at all is written', async (_what, code, make) => {
    const before = await wholeDatabase(api.sql);
    await expect(records.push(li, ...make())).rejects.toMatchObject({ code });
    expect(await wholeDatabase(api.sql)).toEqual(before);
  });

  it('of anonymous responses with one id twice is refused whole, and nothing at all is written', async () => {
    const before = await wholeDatabase(api.sql);
    const [first, ...others] = Array.from({ length: 5 }, () => records.anonymous(street.communities.liuyin));
    const body = { streetId: street.streetId, responses: [first, first, ...others] };
    await expect(li.call(pushAnonymous, { body })).rejects.toMatchObject({ code: 'duplicateInBatch' });
    expect(await wholeDatabase(api.sql)).toEqual(before);
  });

  it('for another street is not found, and nothing at all is written', async () => {
    const streetId = await api.area('street', '白石街道', street.districtId);
    const before = await wholeDatabase(api.sql);
    const sentAt = api.clock.now.toISOString();
    const body = { streetId, sentAt, unsent: 0, oldestUnsentAt: null, mutations: [records.visit(door)] };
    await expect(li.call(push, { body })).rejects.toMatchObject({ code: 'notFound' });
    expect(await wholeDatabase(api.sql)).toEqual(before);
  });
});
