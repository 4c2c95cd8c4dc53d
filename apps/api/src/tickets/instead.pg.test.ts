/** A resident sent their answers from their phone, the worker was told that it did not work, and asked again. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { sealJson } from '@huhudao/outbox';
import { pushAnonymous, pushSealed, type AnonymousResponse } from '@huhudao/protocol';
import { listRollup, recountRollup } from '../sync/push.facts.queries.ts';
import { Records } from '../testing/records.ts';
import type { TestApi, TestTablet } from '../testing/test-api.ts';
import type { TestStreet } from '../testing/test-street.ts';
import { wholeDatabase } from '../testing/whole-database.ts';
import { codeOf, openPhones, type Phones, type Ticket } from './phones.testing.ts';
import * as facts from './tickets.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let li: TestTablet;
let phones: Phones;
let records: Records;
let roundId: string;

beforeAll(async () => {
  ({ api, street, li, phones } = await openPhones());
  records = new Records(api, street);
});
afterAll(() => api.stop());

beforeEach(async () => {
  roundId = await phones.openRound();
});

const hashOf = ({ token }: Ticket): string => createHash('sha256').update(token).digest('hex');
const anonymous = (change: Partial<AnonymousResponse> = {}): AnonymousResponse =>
  records.anonymous(street.communities.liuyin, { roundId, ...change });
const four = (): AnonymousResponse[] => Array.from({ length: 4 }, () => anonymous());
const stored = () => facts.listAnonymous(api.sql, street.streetId, roundId);
const close = () => phones.closeRound(roundId);

async function send(responses: AnonymousResponse[]): Promise<void> {
  const { results } = await li.call(pushAnonymous, { body: { streetId: street.streetId, responses } });
  expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['accepted']));
}

async function expectCounted(responses: number): Promise<void> {
  const rollup = (await listRollup(api.sql, street.streetId)).filter((row) => row.count > 0);
  expect(await recountRollup(api.sql, street.streetId)).toEqual(rollup);
  const all = rollup.filter((row) => row.roundId === roundId && row.item === '');
  expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(responses);
}

describe('answers given on the tablet instead of on a phone', () => {
  it('are kept and not counted where the phone had sent anonymous ones, which nothing tells from others', async () => {
    const ticket = await phones.ticket(roundId);
    await phones.send(await phones.anonymous(ticket));
    await send([...four(), anonymous({ insteadOf: [hashOf(ticket)] })]);
    expect((await stored()).map(({ counted }) => counted).toSorted()).toEqual([
      false,
      ...Array<boolean>(4).fill(true),
    ]);
    await expectCounted(4);
    await close();
    expect(await stored()).toHaveLength(6);
    await expectCounted(5);
  });

  it('count where the phone had sent nothing, and it cannot send any more', async () => {
    const ticket = await phones.ticket(roundId);
    await send([...four(), anonymous({ insteadOf: [hashOf(ticket)] })]);
    await expectCounted(5);
    expect(await codeOf(phones.send(await phones.anonymous(ticket)))).toBe('ticketAnsweredOnTablet');
    expect(await stored()).toHaveLength(5);
  });

  it('in a box settle it when they arrive: whichever was here first counts, also after the close', async () => {
    const [used, left] = [await phones.ticket(roundId), await phones.ticket(roundId)];
    await phones.send(await phones.anonymous(used));
    const boxed = [used, left].map((ticket) => anonymous({ insteadOf: [hashOf(ticket)] }));
    const { publicKey } = api.deps.keys.sealing;
    const sealed = await Promise.all(
      boxed.map(async (one) => ({ id: one.id, roundId, box: await sealJson(publicKey, one) })),
    );
    await li.call(pushSealed, { body: { streetId: street.streetId, sealed } });
    expect(await codeOf(phones.send(await phones.anonymous(left)))).toBe('ticketAnsweredOnTablet');
    await close();
    expect((await stored()).map(({ counted }) => counted).toSorted()).toEqual([false, true, true]);
    await expectCounted(2);
  });

  it('count where they name the household: not counting them would say that it answered by phone as well', async () => {
    const ticket = await phones.ticket(roundId);
    await phones.send(await phones.anonymous(ticket));
    const door = must(street.doors.liuyin[0], 'a door');
    await records.push(li, records.response(door, { roundId }));
    const linked = await facts.listLinked(api.sql, street.streetId, roundId);
    expect(linked.map(({ counted }) => counted)).toEqual([true]);
  });

  it('leave the ticket nowhere but in its own row, sent once or again', async () => {
    const ticket = await phones.ticket(roundId);
    const all = [...four(), anonymous({ insteadOf: [hashOf(ticket)] })];
    await send(all);
    const again = await li.call(pushAnonymous, { body: { streetId: street.streetId, responses: all } });
    expect(new Set(again.results.map(({ result }) => result))).toEqual(new Set(['alreadyAccepted']));
    const database = JSON.stringify(await wholeDatabase(api.sql));
    expect(database.split(hashOf(ticket)).length - 1).toBeLessThanOrEqual(1);
  });
});
