import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  call,
  cancelPlan,
  changePerson,
  closeCalendarFeed,
  newId,
  openCalendarFeed,
  readCalendar,
  readCalendarFeed,
  type Locale,
  type Mutation,
} from '@huhudao/protocol';
import { appointSteward } from '../rounds/rounds.facts.queries.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

let api: TestApi;
let street: TestStreet;
let guan: TestPerson;
let zhao: TestTablet, li: TestTablet, sun: TestTablet;
let planned: Mutation;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  guan = await api.person('guan', ['administrator', street.districtId]);
  const { people } = street;
  [zhao, li, sun] = [
    await api.tablet(people.zhao),
    await api.tablet(people.li),
    await api.tablet(people.sun),
  ];
  const { roundId, teams, doors } = street;
  const { stairwellId } = must(doors.liuyin[0], 'a door');
  const window = { day: '2026-11-11', from: '18:30', until: '20:30', note: '张家的狗' };
  planned = {
    id: newId(),
    sequence: 1,
    deviceTime: api.clock.now.toISOString(),
    kind: 'planVisit',
    payload: { roundId, stairwellId, teamId: teams.liuyin, ...window },
  };
  await new Records(api, street).push(zhao, planned);
});
afterAll(() => api.stop());

const open = (tablet: TestTablet, locale: Locale = 'zh-CN') =>
  tablet.call(openCalendarFeed, { body: { locale } });

/** Without any sign-in, as a calendar reads it; long lines put together again. */
async function read(path: string): Promise<string> {
  const token = must(path.split('/').at(-1), 'the secret');
  const { transport } = await api.person(`calendar ${newId()}`);
  const anybody = { ...transport, headers: () => ({}) };
  const file = await call(anybody, readCalendar, { params: { token } });
  expect(file.type).toContain('text/calendar');
  return new TextDecoder().decode(file.bytes).replaceAll('\r\n ', '');
}

const linesOf = (calendar: string) => calendar.split('\r\n');

describe('a calendar feed', () => {
  it('tells whoever goes along what is planned: the team’s leader and its members, and nobody of another team', async () => {
    const [leader, member] = [await read((await open(zhao)).path), await read((await open(li)).path)];
    expect(linesOf(leader)).toEqual(
      expect.arrayContaining([
        'BEGIN:VEVENT',
        `UID:${planned.id}`,
        'DTSTART:20261111T103000Z',
        'DTEND:20261111T123000Z',
        'SUMMARY:走访 柳苑 1栋 1单元',
        'DESCRIPTION:十一月测评\\n柳荫一组\\n还有 12 户没有结果',
      ]),
    );
    expect(member).toContain(`UID:${planned.id}`);
    const other = await read((await open(sun)).path);
    expect(other).toContain('BEGIN:VCALENDAR');
    expect(other).not.toContain('VEVENT');
  });

  it('tells a building head what is planned for the stairwells they look after', async () => {
    const head = await api.tablet(street.people.head);
    const { path } = await open(head);
    expect(await read(path)).not.toContain('VEVENT');
    const { stairwellId } = must(street.doors.liuyin[0], 'a door');
    await appointSteward(api.sql, street.streetId, street.people.head.id, stairwellId);
    expect(await read(path)).toContain(`UID:${planned.id}`);
  });

  it('speaks the language it was opened in, and says nothing of a door, a resident or a note', async () => {
    const calendar = await read((await open(zhao, 'en')).path);
    expect(calendar).toContain('SUMMARY:Visit 柳苑 1栋 1单元');
    expect(calendar).toContain('12 doors left');
    expect(calendar).not.toContain('张家的狗');
    for (const { id, room } of street.doors.liuyin) {
      expect(calendar).not.toContain(id);
      expect(calendar).not.toContain(`${room}室`);
    }
  });

  it('is secret, kept as a hash, and known to be open', async () => {
    const { path, since } = await open(zhao);
    const secret = must(path.split('/').at(-1), 'the secret').replace('.ics', '');
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(await wholeDatabase(api.sql))).not.toContain(secret);
    expect(await zhao.call(readCalendarFeed, {})).toEqual({ since });
    await expect(read('/api/calendars/guessed.ics')).rejects.toMatchObject({ code: 'notFound' });
  });

  it('ends when it is closed, opened anew, or its person is shut out', async () => {
    const [first, second] = [await open(li), await open(li)];
    await expect(read(first.path)).rejects.toMatchObject({ code: 'notFound' });
    await read(second.path);
    await li.call(closeCalendarFeed, {});
    expect(await li.call(readCalendarFeed, {})).toEqual({ since: null });
    await expect(read(second.path)).rejects.toMatchObject({ code: 'notFound' });

    const third = await open(sun);
    await guan.call(changePerson, { params: { personId: street.people.sun.id }, body: { disabled: true } });
    await expect(read(third.path)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is empty for somebody who has no role at doors any more', async () => {
    const { path } = await open(li);
    const params = { personId: street.people.li.id };
    const grants = [{ role: 'communityOffice' as const, areaId: street.communities.liuyin }];
    await guan.call(changePerson, { params, body: { grants } });
    expect(await read(path)).not.toContain('VEVENT');
  });

  it('loses what was taken back', async () => {
    const { path } = await open(zhao);
    expect(await read(path)).toContain(planned.id);
    const { communities, roundId } = street;
    const params = { areaId: communities.liuyin, roundId, planId: planned.id };
    await street.people.zhao.call(cancelPlan, { params });
    expect(await read(path)).not.toContain('VEVENT');
  });
});
