import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { sealJson } from '@huhudao/outbox';
import {
  closeRound,
  listQuarantine,
  newId,
  pushAnonymous,
  pushSealed,
  type AnonymousResponse,
  type Mutation,
  type MutationResult,
} from '@huhudao/protocol';
import { countRows, listAudit, revokeDevice } from '../sync/push.facts.queries.ts';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import { listAnonymousClaims } from './responses.queries.ts';
import * as facts from './sealed.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;
let unused: TestDoor[];

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  unused = [...street.doors.liuyin];
});
afterAll(() => api.stop());

const nextDoor = (): TestDoor => must(unused.shift(), 'a door no test has used');
const kinds = (results: MutationResult[]) =>
  results.map((one) => (one.result === 'rejected' ? one.code : one.result));
const count = async (table: 'response' | 'quarantine' | 'anonymous_response' | 'anonymous_sealed') =>
  must((await countRows(api.sql, table, street.streetId))[0], 'a count').count;
const seal = (value: unknown): Promise<string> => sealJson(api.deps.keys.sealing.publicKey, value);
const anonymous = (): AnonymousResponse => records.anonymous(street.communities.liuyin);

const closeRoundOf = (roundId: string) =>
  street.people.office.call(closeRound, { params: { areaId: street.streetId, roundId } });

describe('a record whose payload comes sealed, as a tablet offers it after a restore', () => {
  const sealed = async (record: Mutation) => ({ ...record, payload: { sealed: await seal(record.payload) } });

  it('has the effect of the readable one where the server has lost it', async () => {
    const before = await count('response');
    expect(kinds(await records.push(li, await sealed(records.response(nextDoor()))))).toEqual(['accepted']);
    expect(await count('response')).toBe(before + 1);
  });

  it('is known again where the server still has it, whichever way it came first', async () => {
    const [first, second] = [records.response(nextDoor()), records.response(nextDoor())];
    await records.push(li, first, await sealed(second));
    const before = await count('response');
    expect(kinds(await records.push(li, await sealed(first), second))).toEqual([
      'alreadyAccepted',
      'alreadyAccepted',
    ]);
    expect(await count('response')).toBe(before);
  });

  it('is kept in quarantine where the box does not open, and the others are taken', async () => {
    const damaged = { ...records.response(nextDoor()), payload: { sealed: 'AAAA' } };
    const before = await count('quarantine');
    expect(kinds(await records.push(li, damaged, records.response(nextDoor()))).toSorted()).toEqual([
      'accepted',
      'recordInvalid',
    ]);
    expect(await count('quarantine')).toBe(before + 1);
  });
});

describe('a sealed anonymous response', () => {
  const boxOf = async (response: AnonymousResponse, change: Partial<AnonymousResponse> = {}) => ({
    id: response.id,
    roundId: response.roundId,
    box: await seal({ ...response, ...change }),
  });
  const send = async (...sealed: Awaited<ReturnType<typeof boxOf>>[]) =>
    kinds((await li.call(pushSealed, { body: { streetId: street.streetId, sealed } })).results);

  it('is stored once, however often and however sealed it is offered', async () => {
    const response = anonymous();
    const box = await boxOf(response);
    expect(await send(box)).toEqual(['accepted']);
    expect(await send(box)).toEqual(['alreadyAccepted']);
    expect(await send(await boxOf(response))).toEqual(['alreadyAccepted']);
    expect(await count('anonymous_sealed')).toBe(1);
  });

  it('that had come in a batch is known again', async () => {
    const batch = Array.from({ length: 5 }, anonymous);
    await li.call(pushAnonymous, { body: { streetId: street.streetId, responses: batch } });
    const before = await count('anonymous_sealed');
    expect(await send(...(await Promise.all(batch.map((one) => boxOf(one)))))).toEqual(
      Array.from({ length: 5 }, () => 'alreadyAccepted'),
    );
    expect(await count('anonymous_sealed')).toBe(before);
  });

  it('whose id was used for other answers is refused', async () => {
    const response = anonymous();
    await send(await boxOf(response));
    const changed = { answers: { ...shortAnswers, overallSatisfaction: 'dissatisfied' } };
    expect(await send(await boxOf(response, changed))).toEqual(['idReused']);
  });

  it('that does not open, or speaks of something else than its envelope, is refused and can come again', async () => {
    const response = anonymous();
    const box = await boxOf(response);
    expect(await send({ ...box, box: 'AAAA' })).toEqual(['recordInvalid']);
    expect(await send(await boxOf(response, { id: anonymous().id }))).toEqual(['recordInvalid']);
    expect(await send({ ...box, roundId: newId() })).toEqual(['recordInvalid']);
    expect(await send(box)).toEqual(['accepted']);
  });

  it.each<[string, () => Partial<AnonymousResponse>]>([
    ['roundUnknown', () => ({ roundId: newId() })],
    ['versionUnknown', () => ({ versionHash: 'f'.repeat(64) })],
    ['householdUnknown', () => ({ communityId: newId() })],
    ['answerOutsideChoices', () => ({ answers: { ...shortAnswers, cleanliness: 'enthusiastic' } })],
    ['answerUnknown', () => ({ answers: { ...shortAnswers, neighbour: 'satisfied' } })],
    ['answerMissing', () => ({ answers: {} })],
  ])(
    'that could not be counted (%s) is refused while the tablet has it, and its id stays free',
    async (code, change) => {
      const before = await count('anonymous_sealed');
      const good = anonymous();
      const bad = { ...anonymous(), ...change() };
      expect(await send(await boxOf(bad), await boxOf(good))).toEqual(['accepted', code]);
      expect(await listAnonymousClaims(api.sql, street.streetId, [bad.id])).toEqual([]);
      expect(await count('anonymous_sealed')).toBe(before + 1);
    },
  );

  it('of a round that is not open, or that the sender takes no part in, is refused', async () => {
    const qian = await api.tablet(await api.person('qian', ['worker', street.communities.liuyin]));
    const sealed = [await boxOf(anonymous())];
    const { results } = await qian.call(pushSealed, { body: { streetId: street.streetId, sealed } });
    expect(kinds(results)).toEqual(['notAssigned']);
    const roundId = await street.openRound('已经结束', 'coverage');
    await closeRoundOf(roundId);
    const late = records.anonymous(street.communities.liuyin, { roundId });
    expect(await send(await boxOf(late))).toEqual(['roundNotOpen']);
  });

  it('that was acknowledged and cannot be counted when the round closes stays, and the office is told', async () => {
    const roundId = await street.openRound('封存的一轮', 'coverage');
    const [good, damaged] = [1, 2].map(() => records.anonymous(street.communities.liuyin, { roundId }));
    const moved = records.anonymous(street.communities.nanqiao, { roundId });
    const boxes = await Promise.all([good, damaged, moved].map((one) => boxOf(must(one, 'a response'))));
    expect(await send(...boxes)).toEqual(['accepted', 'accepted', 'accepted']);
    await facts.damageSealed(api.sql, street.streetId, must(damaged, 'a response').id);
    await facts.narrowRound(api.sql, street.streetId, roundId, street.communities.liuyin);
    const before = await count('anonymous_response');
    await closeRoundOf(roundId);
    expect(await count('anonymous_response')).toBe(before + 1);
    const left = await facts.listSealedIds(api.sql, street.streetId, roundId);
    expect(left.map((one) => one.id).toSorted()).toEqual(
      [damaged, moved].map((one) => must(one, 'a response').id).toSorted(),
    );
    const held = await street.people.office.call(listQuarantine, { params: { areaId: street.streetId } });
    expect(
      held.filter((one) => one.kind === 'sealedResponse').map((one) => [one.problemCode, one.personName]),
    ).toEqual(
      expect.arrayContaining([
        ['recordInvalid', null],
        ['householdUnknown', null],
      ]),
    );
    const audit = await listAudit(api.sql, street.streetId, 'round.closed');
    expect(audit.map((one) => one.subject)).toContainEqual(
      expect.objectContaining({ roundId, sealedStored: 1, sealedKept: 2 }),
    );
  });

  it('of a revoked tablet is kept sealed and uncounted, once, with no tablet, person or time beside it', async () => {
    const lost = await api.tablet(street.people.li);
    await revokeDevice(api.sql, lost.deviceId, api.clock.now.toISOString());
    api.identities.forget();
    const before = [await count('anonymous_sealed'), await count('anonymous_response')];
    const box = await boxOf(anonymous());
    const body = { streetId: street.streetId, sealed: [box] };
    for (const _ of ['first', 'again'])
      expect(kinds((await lost.call(pushSealed, { body })).results)).toEqual(['deviceRevoked']);
    expect([await count('anonymous_sealed'), await count('anonymous_response')]).toEqual(before);
    const kept = await facts.listWithheld(api.sql, street.streetId, box.id);
    expect(kept).toEqual([
      {
        kind: 'sealedResponse',
        problemCode: 'deviceRevoked',
        body: { roundId: box.roundId, sealed: box.box },
        personId: null,
        deviceId: null,
        receivedAt: '2026-11-09T16:00:00.000Z',
      },
    ]);
    const held = await street.people.office.call(listQuarantine, { params: { areaId: street.streetId } });
    expect(held.filter((one) => one.problemCode === 'deviceRevoked')).toHaveLength(1);
    const audit = await listAudit(api.sql, street.streetId, 'responses.sealedWithheld');
    expect(audit[0]?.subject).toEqual({ count: 1 });
  });

  it('that came before its tablet was revoked is not put on hold when it is offered again', async () => {
    const lost = await api.tablet(street.people.li);
    const box = await boxOf(anonymous());
    const body = { streetId: street.streetId, sealed: [box] };
    expect(kinds((await lost.call(pushSealed, { body })).results)).toEqual(['accepted']);
    await revokeDevice(api.sql, lost.deviceId, api.clock.now.toISOString());
    api.identities.forget();
    expect(kinds((await lost.call(pushSealed, { body })).results)).toEqual(['alreadyAccepted']);
    expect(await facts.listWithheld(api.sql, street.streetId, box.id)).toEqual([]);
  });

  it('twice in one request is refused as a whole', async () => {
    const box = await boxOf(anonymous());
    await expect(send(box, box)).rejects.toMatchObject({ code: 'duplicateInBatch' });
    const batch = Array.from({ length: 5 }, anonymous);
    const body = { streetId: street.streetId, responses: [...batch, ...batch.slice(1, 2)] };
    await expect(li.call(pushAnonymous, { body })).rejects.toMatchObject({ code: 'duplicateInBatch' });
  });
});
