import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { listQuarantine, newId, settleQuarantined, type Mutation } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;
let door: TestDoor;
let sequence = 1000;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  door = must(street.doors.liuyin[0], 'a door');
});
afterAll(() => api.stop());

const onHold = () => street.people.office.call(listQuarantine, { params: { areaId: street.streetId } });

/** A visit with somebody along whom nobody knows. */
const refusedVisit = (): Mutation => records.visit(door, { companionIds: [newId()] });

function handOver(record: Mutation, note?: string, problemCode = 'companionNotInTeam'): Mutation {
  const payload = { recordId: record.id, problemCode, ...(note === undefined ? {} : { note }), record };
  sequence += 1;
  const deviceTime = api.clock.now.toISOString();
  return { id: newId(), sequence, deviceTime, kind: 'handOverRecord', payload } as Mutation;
}

describe('a refused record that its worker hands over', () => {
  it('stands first among those on hold, with its door and what the worker said', async () => {
    const [other, record] = [refusedVisit(), refusedVisit()];
    const refusals = await records.push(li, other, record);
    const [refusal] = refusals;
    const code = refusal?.result === 'rejected' ? refusal.code : 'none';
    expect(await records.push(li, handOver(record, '王阿姨是新来的志愿者', code))).toMatchObject([
      { result: 'accepted' },
    ]);
    const waiting = await onHold();
    expect(waiting).toHaveLength(2);
    expect(waiting[0]).toMatchObject({
      kind: 'recordVisit',
      problemCode: code,
      personName: 'li',
      door: `柳苑 1栋1单元 ${door.room}`,
      note: '王阿姨是新来的志愿者',
      handedOverAt: api.clock.now.toISOString(),
    });
    expect(waiting[1]).toMatchObject({ handedOverAt: null, note: null });
  });

  it('is kept also where the office never had it, or has lost it since', async () => {
    const record = refusedVisit();
    const before = (await onHold()).length;
    await records.push(li, handOver(record, undefined, 'bodyTooLarge'));
    const waiting = await onHold();
    expect(waiting).toHaveLength(before + 1);
    expect(waiting.find(({ problemCode }) => problemCode === 'bodyTooLarge')).toMatchObject({ note: null });
  });

  it('has one effect when it is sent again, and waits again where somebody had dealt with it', async () => {
    const record = refusedVisit();
    const handing = handOver(record, '一', 'bodyTooLarge');
    await records.push(li, handing);
    expect(await records.push(li, handing)).toMatchObject([{ result: 'alreadyAccepted' }]);
    const held = must(
      (await onHold()).find(({ note }) => note === '一'),
      'the record on hold',
    );
    const params = { areaId: street.streetId, recordId: held.id };
    await street.people.office.call(settleQuarantined, { params });
    await records.push(li, handOver(record, '二', 'bodyTooLarge'));
    expect((await onHold()).filter(({ id }) => id === held.id)).toMatchObject([{ note: '二' }]);
  });

  it('two words to one record in a batch: the later one stands', async () => {
    const record = refusedVisit();
    await records.push(
      li,
      handOver(record, '先说的', 'bodyTooLarge'),
      handOver(record, '后说的', 'bodyTooLarge'),
    );
    const notes = (await onHold()).map(({ note }) => note);
    expect(notes).toContain('后说的');
    expect(notes).not.toContain('先说的');
  });

  it('names no door where what it says is no door of the street', async () => {
    const record = { ...refusedVisit(), payload: { householdId: "';--" } } as unknown as Mutation;
    await records.push(li, handOver(record, '看不懂', 'bodyTooLarge'));
    expect((await onHold()).find(({ note }) => note === '看不懂')).toMatchObject({ door: null });
  });
});
