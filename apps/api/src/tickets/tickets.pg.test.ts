import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { call, issueTickets, newId, openTicket } from '@huhudao/protocol';
import { listAudit } from '../sync/push.facts.queries.ts';
import { shortAnswers } from '../testing/records.ts';
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

describe('tickets', () => {
  it('are issued to those who visit in the round, different every time, and stored as hashes with round and last day', async () => {
    const first = await phones.issue(roundId, 20);
    const second = await phones.issue(roundId, 3);
    const tokens = [...first.tickets, ...second.tickets].map((one) => one.token);
    expect(new Set(tokens).size).toBe(23);
    expect(first).toMatchObject({ expiresOn: '2026-11-24', origin: null });
    const stored = await facts.listTickets(api.sql, street.streetId, roundId);
    expect(stored).toHaveLength(23);
    const database = JSON.stringify(await wholeDatabase(api.sql));
    for (const { token, key } of first.tickets) {
      expect(database).not.toContain(token);
      expect(database).not.toContain(key);
    }
  });

  it('are not issued to somebody who takes no part in the round, for none, for one that is over, or of another street', async () => {
    const qian = await api.tablet(await api.person('qian', ['worker', street.communities.liuyin]));
    expect(await codeOf(phones.issue(roundId, 1, qian))).toBe('notAssigned');
    expect(await codeOf(phones.issue(newId(), 1))).toBe('roundUnknown');
    const elsewhere = await api.area('street', '石桥街道', street.districtId);
    const body = { streetId: elsewhere, roundId, count: 1 };
    expect(await codeOf(li.call(issueTickets, { body }))).toBe('notFound');
    await close();
    expect(await codeOf(phones.issue(roundId, 1))).toBe('roundNotOpen');
  });

  it('leave no word in the audit about who got them, and of their use none where the answers are anonymous', async () => {
    await phones.issue(roundId, 2);
    await phones.send(await phones.anonymous(await phones.ticket(roundId)));
    await phones.send(await phones.named(await phones.ticket(roundId), nextDoor()));
    const issued = (await listAudit(api.sql, street.streetId, 'tickets.issued')).filter(
      ({ subject }) => subject['roundId'] === roundId,
    );
    expect(issued).toEqual(
      [2, 1, 1].map((count) => ({ actorId: null, deviceId: null, subject: { roundId, count } })),
    );
    const came = await listAudit(api.sql, street.streetId, 'responses.ownDeviceReceived');
    expect(came).toEqual([{ actorId: null, deviceId: null, subject: { count: 1 } }]);
  });
});

describe('opening a ticket', () => {
  it('tells who asks, why and what, and uses nothing up', async () => {
    const body = await phones.presented(await phones.ticket(roundId));
    const opened = await call(phones.transport, openTicket, { body });
    expect(opened).toMatchObject({
      streetName: '云溪街道',
      communityName: '柳荫社区',
      versionHash: street.hashes.questionnaire,
    });
    expect(await call(phones.transport, openTicket, { body })).toEqual(opened);
  });

  it('tells a resident in their words what is wrong with the code', async () => {
    const ticket = await phones.ticket(roundId);
    const body = await phones.presented(ticket);
    const open = (change: object) =>
      codeOf(call(phones.transport, openTicket, { body: { ...body, ...change } }));
    expect(await open({ token: 'A'.repeat(22) })).toBe('ticketUnknown');
    expect(await open({ communityId: newId() })).toBe('ticketUnknown');
    expect(await open({ communityId: street.communities.nanqiao })).toBe('linkDamaged');
    await phones.send(await phones.anonymous(ticket));
    expect(await open({})).toBe('ticketUsed');
    const other = await phones.presented(await phones.ticket(roundId));
    await close();
    expect(await open(other)).toBe('answersClosed');
  });
});

describe('a ticket is good for one response', () => {
  it.each(['anonymous', 'linked'] as const)(
    'of fifty that are sent with it at once, all %s and different, one is taken',
    async (kind) => {
      const ticket = await phones.ticket(roundId);
      const door = nextDoor();
      const answered = Array.from({ length: 50 }, (_, index) => ({
        ...shortAnswers,
        topicsToFix: ['other'],
        otherTopic: `第${index}份`,
      }));
      const bodies = await Promise.all(
        answered.map((answers) =>
          kind === 'linked' ? phones.named(ticket, door, { answers }) : phones.anonymous(ticket, { answers }),
        ),
      );
      const codes = await Promise.all(bodies.map((body) => codeOf(phones.send(body))));
      expect(codes.filter((code) => code === 'received')).toHaveLength(1);
      expect(codes.filter((code) => code === 'ticketUsed')).toHaveLength(49);
      const stored =
        kind === 'linked'
          ? await facts.listLinked(api.sql, street.streetId, roundId)
          : await facts.listBoxes(api.sql, street.streetId, roundId);
      expect(stored).toHaveLength(1);
    },
  );

  it.each(['anonymous', 'linked'] as const)(
    'of fifty tries to send the same (%s), all are answered and one has an effect',
    async (kind) => {
      const ticket = await phones.ticket(roundId);
      const body =
        kind === 'linked' ? await phones.named(ticket, nextDoor()) : await phones.anonymous(ticket);
      const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(phones.send(body))));
      expect(new Set(codes)).toEqual(new Set(['received']));
      const stored =
        kind === 'linked'
          ? await facts.listLinked(api.sql, street.streetId, roundId)
          : await facts.listBoxes(api.sql, street.streetId, roundId);
      expect(stored).toHaveLength(1);
    },
  );

  it('a retry says later when it was sent, and is known again after the round has closed', async () => {
    const body = await phones.named(await phones.ticket(roundId), nextDoor());
    await phones.send(body);
    await close();
    const as = { ...body.as, sentAt: '2026-11-10T09:00:00.000Z' };
    expect(await codeOf(phones.send({ ...body, as }))).toBe('received');
  });

  it('answers that are refused leave the ticket good, and write nothing', async () => {
    const ticket = await phones.ticket(roundId);
    const before = await wholeDatabase(api.sql);
    const refusals = await Promise.all(
      [
        { answers: {} },
        { answers: { ...shortAnswers, neighbour: 'satisfied' } },
        { answers: { ...shortAnswers, cleanliness: 'enthusiastic' } },
        { versionHash: 'f'.repeat(64) },
      ].map(async (change) => codeOf(phones.send(await phones.anonymous(ticket, change)))),
    );
    expect(refusals).toEqual(['answerMissing', 'answerUnknown', 'answerOutsideChoices', 'versionUnknown']);
    expect(await wholeDatabase(api.sql)).toEqual(before);
    expect(await codeOf(phones.send(await phones.anonymous(ticket)))).toBe('received');
  });

  it('one that nobody issued, that is too old, or whose round has ended takes nothing', async () => {
    const ticket = await phones.ticket(roundId);
    const body = await phones.anonymous(ticket);
    expect(await codeOf(phones.send({ ...body, token: 'A'.repeat(22) }))).toBe('ticketUnknown');
    api.clock.now = new Date('2026-11-24T15:59:00.000Z');
    expect(await codeOf(call(phones.transport, openTicket, { body: await phones.presented(ticket) }))).toBe(
      'received',
    );
    api.clock.now = new Date('2026-11-24T16:01:00.000Z');
    expect(await codeOf(phones.send(body))).toBe('ticketExpired');
    api.clock.now = new Date('2026-11-10T02:00:00.000Z');
    await close();
    expect(await codeOf(phones.send(body))).toBe('answersClosed');
    expect(await facts.listBoxes(api.sql, street.streetId, roundId)).toEqual([]);
  });

  it('one of another round brings no response into this one', async () => {
    const ticket = await phones.ticket(roundId);
    const thisRound = roundId;
    roundId = await phones.openRound();
    await phones.send(await phones.named(ticket, nextDoor()));
    expect(await facts.listLinked(api.sql, street.streetId, roundId)).toEqual([]);
    expect(await facts.listLinked(api.sql, street.streetId, thisRound)).toHaveLength(1);
  });
});
