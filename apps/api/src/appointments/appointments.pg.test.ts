import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  call,
  changeNoticeBoard,
  chooseAppointment,
  newId,
  openAppointment,
  problems,
  Problem,
  pull,
  readNoticeBoard,
  withdrawAppointment,
  type AppointmentLink,
  type Transport,
} from '@huhudao/protocol';
import { listAudit, revokeDevice } from '../sync/push.facts.queries.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import { wholeDatabase } from '../testing/whole-database.ts';
import { addBuiltIns } from '../built-ins.ts';
import { listTransactions } from '../tickets/tickets.facts.queries.ts';
import { Phones } from '../tickets/phones.testing.ts';
import { countAppointments, findWriter, listSharedColumns } from './appointments.facts.queries.ts';
import { printedLink, signedLink } from './links.testing.ts';

let api: TestApi;
let street: TestStreet;
let li: TestTablet;
let records: Records;
let transport: Transport;
let roundId: string;
let unused: TestDoor[];
let rounds = 0;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  li = await api.tablet(street.people.li);
  records = new Records(api, street);
  await addBuiltIns(api.deps);
  transport = { origin: '', fetch: api.fetch };
});
afterAll(() => api.stop());

beforeEach(async () => {
  api.clock.now = new Date('2026-11-10T02:00:00.000Z');
  rounds += 1;
  roundId = await street.openRound(`第${rounds}轮`, 'coverage');
  unused = [...street.doors.liuyin];
});

const nextDoor = (): TestDoor => must(unused.shift(), 'a door no test has used');
const door = (householdId: string) => ({ streetId: street.streetId, roundId, householdId });
const printed = (at: TestDoor, expiresOn?: string) => printedLink(api.deps, door(at.id), expiresOn);
const open = (link: AppointmentLink) => call(transport, openAppointment, { body: link });
const thursday = { day: '2026-11-12', from: '18:30', until: '20:30' };
const choose = (link: AppointmentLink, when = thursday, note = '') =>
  call(transport, chooseAppointment, { body: { link, ...when, note } });
const withdraw = (link: AppointmentLink) => call(transport, withdrawAppointment, { body: link });
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const moveTo = (instant: string) => {
  api.clock.now = new Date(instant);
};

async function pulledBy(tablet: TestTablet, householdId: string, since?: string) {
  const query = { streetId: street.streetId, ...(since === undefined ? {} : { since }) };
  const pulled = await tablet.call(pull, { query });
  const assignment = pulled.assignments.find(
    (one) => one.roundId === roundId && one.householdId === householdId,
  );
  return { ...pulled, assignment };
}

describe('a resident with the link of a slip', () => {
  it('is told who comes and when they can, and nothing of the door', async () => {
    const params = { areaId: street.communities.liuyin };
    const wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
    const board = await wang.call(readNoticeBoard, { params });
    await wang.call(changeNoticeBoard, { params, body: { ...board, phone: '0571-5550 0100' } });
    const at = nextDoor();
    const opened = await open(await printed(at));
    expect(opened).toMatchObject({ communityName: '柳荫社区', phone: '0571-5550 0100', chosen: null });
    expect(opened.days[0]).toEqual({
      day: '2026-11-10',
      windows: [
        { from: '14:30', until: '17:00' },
        { from: '18:30', until: '20:30' },
      ],
    });
    for (const secret of [at.room, at.id, '柳苑', '柳荫一组'])
      expect(JSON.stringify(opened)).not.toContain(secret);
  });

  it('chooses a time, which the team’s tablets are told with the note at their next pull', async () => {
    const at = nextDoor();
    const link = await printed(at);
    const before = await pulledBy(li, at.id);
    const chosen = await choose(link, thursday, ' 请带上门牌 ');
    expect(chosen.chosen).toEqual({ ...thursday, note: '请带上门牌' });
    const { assignment, assignments } = await pulledBy(li, at.id, before.cursor);
    expect(assignments).toHaveLength(1);
    expect(assignment?.chosen).toEqual({
      ...thursday,
      note: '请带上门牌',
      chosenAt: '2026-11-10T02:00:00.000Z',
    });
  });

  it('sees, changes and withdraws it with the same link', async () => {
    const at = nextDoor();
    const link = await printed(at);
    await choose(link);
    expect((await open(link)).chosen).toEqual({ ...thursday, note: null });
    const friday = { day: '2026-11-13', from: '09:00', until: '11:30' };
    await choose(link, friday);
    expect((await pulledBy(li, at.id)).assignment?.chosen).toMatchObject(friday);
    expect((await withdraw(link)).chosen).toBeNull();
    expect((await withdraw(link)).chosen).toBeNull();
    expect((await pulledBy(li, at.id)).assignment?.chosen).toBeUndefined();
    await choose(link);
    expect((await pulledBy(li, at.id)).assignment?.chosen).toMatchObject(thursday);
  });

  it('is counted once however often the same choice arrives', async () => {
    const at = nextDoor();
    const link = await printed(at);
    const acts = async () =>
      (await listAudit(api.sql, street.streetId, 'appointment.chosen')).filter(
        ({ subject }) => subject['householdId'] === at.id && subject['roundId'] === roundId,
      );
    await Promise.all(Array.from({ length: 20 }, () => choose(link)));
    const many = (await acts()).length;
    await choose(link);
    expect(await acts()).toHaveLength(many);
    expect(await countAppointments(api.sql, street.streetId, roundId)).toEqual([{ count: 1 }]);
    expect((await acts())[0]).toMatchObject({ actorId: null, deviceId: null });
  });

  it('chooses anew with a later slip; whoever holds the first is not told when', async () => {
    const at = nextDoor();
    const [first, second] = [await printed(at), await printed(at)];
    await choose(first);
    expect((await open(second)).chosen).toBeNull();
    const friday = { day: '2026-11-13', from: '09:00', until: '11:30' };
    await choose(second, friday);
    expect((await open(first)).chosen).toBeNull();
    expect((await withdraw(first)).chosen).toBeNull();
    expect((await pulledBy(li, at.id)).assignment?.chosen).toMatchObject(friday);
  });

  it('is refused a time that is not offered, or full', async () => {
    const link = await printed(nextDoor());
    for (const when of [
      { ...thursday, from: '19:00' },
      { ...thursday, day: '2026-11-10', from: '09:00', until: '11:30' },
      { ...thursday, day: '2026-12-24' },
    ])
      expect(await codeOf(choose(link, when))).toBe('windowNotFree');
    for (let taken = 0; taken < 6; taken += 1) await choose(await printed(nextDoor()));
    expect(await codeOf(choose(link))).toBe('windowNotFree');
    const day = (await open(link)).days.find((one) => one.day === thursday.day);
    expect(day?.windows.map(({ from }) => from)).toEqual(['09:00', '14:30']);
  });

  it('is told that it is too late once the time has come, and may choose again when nobody came', async () => {
    const link = await printed(nextDoor());
    await choose(link);
    moveTo('2026-11-12T10:30:00.000Z');
    expect(await codeOf(withdraw(link))).toBe('appointmentTooLate');
    expect(await codeOf(choose(link, { ...thursday, day: '2026-11-13' }))).toBe('appointmentTooLate');
    moveTo('2026-11-12T12:30:00.000Z');
    await choose(link, { ...thursday, day: '2026-11-13' });
  });

  it('keeps the time when a team passes earlier and meets nobody, and not once somebody was met', async () => {
    const at = nextDoor();
    const link = await printed(at);
    await choose(link, { ...thursday, day: '2026-11-13' });
    moveTo('2026-11-11T02:00:00.000Z');
    await records.push(li, records.visit(at, { roundId, outcome: 'notHome' }));
    expect((await pulledBy(li, at.id)).assignment?.chosen).toMatchObject({ day: '2026-11-13' });
    moveTo('2026-11-11T03:00:00.000Z');
    await records.push(li, records.visit(at, { roundId, outcome: 'refused' }));
    expect((await pulledBy(li, at.id)).assignment?.chosen).toBeUndefined();
    expect(await codeOf(open(link))).toBe('appointmentOver');
  });

  it('is told when the visit was made, the round closed, or the link too old', async () => {
    const [visited, other] = [nextDoor(), nextDoor()];
    const link = await printed(visited);
    await records.push(li, records.visit(visited, { roundId, outcome: 'completed' }));
    expect(await codeOf(open(link))).toBe('appointmentOver');
    const old = await printed(other, '2026-11-09');
    expect(await codeOf(choose(old))).toBe('appointmentLinkExpired');
    moveTo('2026-12-24T02:00:00.000Z');
    expect(await codeOf(open(await printed(other, '2026-12-30')))).toBe('appointmentsClosed');
  });
});

describe('an anonymous response', () => {
  it('shares nothing with what the same resident chose: no column but street, round and the form of a hash, and no transaction', async () => {
    const phones = new Phones(api, street, li);
    const at = nextDoor();
    await phones.send(await phones.anonymous(await phones.ticket(roundId)));
    await choose(await printed(at));
    await phones.send(await phones.anonymous(await phones.ticket(roundId)));
    // Tokens of links and of tickets are drawn apart, so that equal hashes mean nothing and do not happen.
    expect((await listSharedColumns(api.sql)).map(({ columnName }) => columnName)).toEqual([
      'round_id',
      'street_id',
      'token_hash',
    ]);
    const [writer] = await findWriter(api.sql, street.streetId, roundId, at.id);
    const others = await listTransactions(api.sql, street.streetId, roundId);
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ xid }) => xid)).not.toContain(must(writer, 'the choice').xid);
  });
});

describe('a link', () => {
  it('made on a tablet opens its door, until the tablet is revoked', async () => {
    const tablet = await api.tablet(street.people.zhao);
    const at = nextDoor();
    const { rounds: pulled } = await pulledBy(tablet, at.id);
    const slip = must(pulled.find(({ id }) => id === roundId)?.slip, 'the key of the round');
    expect(slip.maker).toBe(tablet.deviceId);
    const link = await signedLink(slip.key, { ...door(at.id), maker: slip.maker });
    expect((await choose(link)).chosen).toMatchObject(thursday);
    await revokeDevice(api.sql, tablet.deviceId, api.clock.now.toISOString());
    expect(await codeOf(open(link))).toBe('ticketUnknown');
  });

  it('that was changed opens nothing, whether or not there is such a door', async () => {
    const [mine, neighbour] = [nextDoor(), nextDoor()];
    const link = await printed(mine);
    for (const change of [
      { householdId: neighbour.id },
      { householdId: newId() },
      { roundId: street.roundId },
      { streetId: newId() },
      { maker: li.deviceId },
      { expiresOn: '2027-01-01' },
      { token: 'A'.repeat(22) },
    ])
      expect(await codeOf(open({ ...link, ...change }))).toBe('linkDamaged');
    expect(problems.linkDamaged.status).toBe(422);
  });

  it('leaves neither its token nor its key in the database', async () => {
    const link = await printed(nextDoor());
    await choose(link);
    const database = JSON.stringify(await wholeDatabase(api.sql));
    expect(database).not.toContain(link.token);
    expect(database).not.toContain(link.proof);
  });
});
