import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { call, listRevisits, newId, proveCommunity, sendAnswers } from '@huhudao/protocol';
import { createApp } from '../app.ts';
import { countRows, listRollup, recountRollup } from '../sync/push.facts.queries.ts';
import { Records, shortAnswers } from '../testing/records.ts';
import type { TestApi, TestTablet } from '../testing/test-api.ts';
import type { TestDoor, TestStreet } from '../testing/test-street.ts';
import { wholeDatabase } from '../testing/whole-database.ts';
import { codeOf, openPhones, type Phones } from './phones.testing.ts';
import * as facts from './tickets.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let li: TestTablet;
let phones: Phones;
let roundId: string;
let unused: TestDoor[];

beforeAll(async () => {
  ({ api, street, li, phones } = await openPhones());
});
afterAll(() => api.stop());

/** Each test has a round of its own: what came is counted in it. */
beforeEach(async () => {
  roundId = await phones.openRound();
  unused = [...street.doors.liuyin];
});

const nextDoor = (): TestDoor => must(unused.shift(), 'a door no test has used');
const close = () => phones.closeRound(roundId);

const countAudit = async () => must((await facts.countAudit(api.sql, street.streetId))[0], 'a count').count;
const rows = async (table: 'anonymous_claim') =>
  must((await countRows(api.sql, table, street.streetId))[0], 'a count').count;

describe('a named or confidential response from a resident’s own phone', () => {
  it('is stored with its household, counted, in the rollup, and asks for a revisit as any other', async () => {
    const door = nextDoor();
    const answers = { ...shortAnswers, topicsToFix: ['rubbish'], wantsContact: true };
    await phones.send(await phones.named(await phones.ticket(roundId), door, { answers }));
    expect(await facts.listLinked(api.sql, street.streetId, roundId)).toEqual([
      expect.objectContaining({
        householdId: door.id,
        identityMode: 'named',
        completionMode: 'ownDevice',
        counted: true,
      }),
    ]);
    expect(await recountRollup(api.sql, street.streetId)).toEqual(
      (await listRollup(api.sql, street.streetId)).filter((row) => row.count > 0),
    );
    const { items } = await street.people.office.call(listRevisits, {
      params: { areaId: street.streetId },
      query: {},
    });
    expect(items.filter((one) => one.householdId === door.id)).toMatchObject([
      { reason: 'residentAsked', topics: ['rubbish'] },
    ]);
  });

  it('counts once a household and round, whichever way the first one came', async () => {
    const door = nextDoor();
    const records = new Records(api, street);
    await records.push(li, records.response(door, { roundId }));
    await phones.send(await phones.named(await phones.ticket(roundId), door));
    await phones.send(await phones.named(await phones.ticket(roundId), door));
    const stored = await facts.listLinked(api.sql, street.streetId, roundId);
    expect(stored.map((one) => [one.completionMode, one.counted])).toEqual([
      ['handedOver', true],
      ['ownDevice', false],
      ['ownDevice', false],
    ]);
  });

  it('has its moment of consent by the server’s clock, however wrong the phone’s is', async () => {
    const body = await phones.named(await phones.ticket(roundId), nextDoor());
    const as = {
      ...body.as,
      consentedAt: '2019-01-01T00:00:00.000Z',
      sentAt: '2019-01-01T00:10:00.000Z',
    };
    await phones.send({ ...body, as });
    const tenMinutesAgo = new Date(api.clock.now.getTime() - 600_000).toISOString();
    expect(await facts.listLinked(api.sql, street.streetId, roundId)).toEqual([
      expect.objectContaining({ consentedAt: tenMinutesAgo }),
    ]);
  });

  it('is refused for a household the link was not made for, and the ticket stays good', async () => {
    const ticket = await phones.ticket(roundId);
    const [door, neighbour] = [nextDoor(), nextDoor()];
    const body = await phones.named(ticket, door);
    const as = { ...body.as, householdId: neighbour.id };
    expect(await codeOf(phones.send({ ...body, as }))).toBe('linkDamaged');
    expect(await codeOf(phones.send(body))).toBe('received');
  });

  it('is refused for a household that is not in the round, even with a proof', async () => {
    const elsewhere = { ...nextDoor(), id: newId() };
    expect(await codeOf(phones.send(await phones.named(await phones.ticket(roundId), elsewhere)))).toBe(
      'householdUnknown',
    );
    expect(await facts.listLinked(api.sql, street.streetId, roundId)).toEqual([]);
  });
});

describe('an anonymous response from a resident’s own phone', () => {
  it('waits as a box and is counted when the round closes, under another id and with a claim of that id alone', async () => {
    const claims = await rows('anonymous_claim');
    for (let count = 0; count < 7; count += 1)
      await phones.send(await phones.anonymous(await phones.ticket(roundId)));
    const boxes = await facts.listBoxes(api.sql, street.streetId, roundId);
    expect(boxes).toHaveLength(7);
    expect(await rows('anonymous_claim')).toBe(claims);
    expect(await facts.listAnonymous(api.sql, street.streetId, roundId)).toEqual([]);
    await close();
    const stored = await facts.listAnonymous(api.sql, street.streetId, roundId);
    expect(stored).toHaveLength(7);
    expect(stored.map((one) => one.completionMode)).toEqual(Array(7).fill('ownDevice'));
    expect(stored.map((one) => one.id)).not.toEqual(
      expect.arrayContaining([expect.toBeOneOf(boxes.map((box) => box.id))]),
    );
    expect(await rows('anonymous_claim')).toBe(claims + 7);
    expect(await recountRollup(api.sql, street.streetId)).toEqual(await listRollup(api.sql, street.streetId));
  });

  it('leaves nothing that ticket, box or response could be told from one another by: these columns and no others', async () => {
    const columns = Map.groupBy(await facts.listColumns(api.sql), (one) => one.tableName);
    const names = Object.fromEntries(
      [...columns].map(([table, some]) => [table, some.map((one) => one.columnName)]),
    );
    expect(names).toEqual({
      answer_ticket: ['expires_on', 'receipt', 'round_id', 'street_id', 'token_hash'],
      anonymous_sealed: ['id', 'round_id', 'sealed', 'street_id'],
      anonymous_response: [
        'answers',
        'community_id',
        'complete',
        'completion_mode',
        'counted',
        'eligible_adults',
        'id',
        'round_id',
        'street_id',
        'version_hash',
      ],
    });
  });

  it('stores neither household nor phone nor time: the whole database tells nothing of the door but what it told before', async () => {
    const ticket = await phones.ticket(roundId);
    const before = JSON.stringify(await wholeDatabase(api.sql));
    const body = await phones.anonymous(ticket, {
      answers: { ...shortAnswers, topicsToFix: ['other'], otherTopic: '一句只有我会说的话' },
    });
    api.clock.now = new Date('2026-11-10T03:21:07.891Z');
    await phones.send(body);
    const after = JSON.stringify(await wholeDatabase(api.sql));
    expect(after).not.toContain('一句只有我会说的话');
    for (const door of street.doors.liuyin)
      expect(after.split(door.id).length).toBe(before.split(door.id).length);
    api.clock.now = new Date('2026-11-10T02:00:00.000Z');
  });

  it('leaves no time: no word in the audit, and tickets and boxes all bear the transaction of the last one', async () => {
    const before = await countAudit();
    const tickets = (await phones.issue(roundId, 6)).tickets;
    for (const ticket of tickets) await phones.send(await phones.anonymous(ticket));
    expect(await countAudit()).toBe(before + 1);
    const traces = await facts.listTransactions(api.sql, street.streetId, roundId);
    expect(traces.map(({ kind, count }) => [kind, count])).toEqual([
      ['box', 6],
      ['ticket', 6],
    ]);
    expect(new Set(traces.map(({ xid }) => xid)).size).toBe(1);
  });

  it('leaves no line in the log where it is taken; where it is refused, a line without a word of it', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const { app } = createApp({ ...api.deps, log });
    const fetch = async (input: string, init: RequestInit) => app.request(`http://localhost${input}`, init);
    const body = await phones.anonymous(await phones.ticket(roundId));
    const logged = { origin: '', fetch };
    await call(logged, sendAnswers, { body });
    expect(lines).toEqual([]);
    const other = { ...shortAnswers, cleanliness: 'dissatisfied' };
    expect(await codeOf(call(logged, sendAnswers, { body: { ...body, answers: other } }))).toBe('ticketUsed');
    expect(lines.join('')).toContain('"route":"/api/answers"');
    for (const said of [body.token, body.communityId, 'dissatisfied'])
      expect(lines.join('')).not.toContain(said);
  });

  it('is refused for a community outside the round or the link', async () => {
    const ticket = await phones.ticket(roundId);
    const elsewhere = await api.area('community', '西岸社区', street.streetId);
    const communityProof = await proveCommunity(ticket.key, elsewhere);
    const body = await phones.anonymous(ticket, { communityId: elsewhere, communityProof });
    expect(await codeOf(phones.send(body))).toBe('householdUnknown');
    expect(await codeOf(phones.send({ ...body, communityId: street.communities.liuyin }))).toBe(
      'linkDamaged',
    );
    expect(await facts.listBoxes(api.sql, street.streetId, roundId)).toEqual([]);
  });
});
