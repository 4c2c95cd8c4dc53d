/** A round with three teams, somebody in two of them, and everybody who could be told of something. */
import { expect } from 'vitest';
import { addDays, dayOf, must } from '@huhudao/domain';
import {
  call,
  chooseAppointment,
  createTeam,
  listNotices,
  newId,
  pull,
  type AppointmentLink,
  type Mutation,
  type PullResponse,
} from '@huhudao/protocol';
import { printedLink } from '../appointments/links.testing.ts';
import * as facts from '../sync/pull.facts.queries.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor } from '../testing/test-street.ts';

export type NoticeWorld = Awaited<ReturnType<typeof buildNoticeWorld>>;
type Told = Record<string, string[]>;

export const [first, second] = ['柳荫一组', '柳荫二组'];
export const evening = { from: '18:30', until: '20:30' };
const names = [
  'zhao',
  'li',
  'wu',
  'chen',
  'sun',
  'head',
  'office',
  'zhou',
  'tan',
  'quan',
  'qian',
  'shen',
  'admin',
];
const withTablets = ['zhao', 'li', 'wu', 'chen', 'head'];

/** Several people who are told the same. */
export const all = (who: readonly string[], text: string): Told =>
  Object.fromEntries(who.map((name) => [name, [text]]));

export async function buildNoticeWorld() {
  const api = await startTestApi();
  // Appointments take from one day to the next.
  Object.assign(api.deps.env, { SESSION_IDLE_MINUTES: 100_000 });
  const street = await buildTestStreet(api);
  const records = new Records(api, street);
  const { liuyin, nanqiao } = street.communities;
  const everybody: Record<string, TestPerson> = {
    ...street.people,
    /** In both teams of 柳荫. */
    wu: await api.person('wu', ['worker', liuyin]),
    /** Leads the second. */
    chen: await api.person('chen', ['teamLeader', liuyin]),
    zhou: await api.person('zhou', ['communityOffice', liuyin]),
    tan: await api.person('tan', ['communityOffice', nanqiao]),
    quan: await api.person('quan', ['districtOffice', street.districtId]),
    qian: await api.person('qian', ['assessor', street.streetId]),
    shen: await api.person('shen', ['auditor', street.districtId]),
    admin: await api.person('admin', ['administrator', street.districtId]),
  };
  const one = (name: string): TestPerson => must(everybody[name], name);
  const body = { name: second, leaderId: one('chen').id, memberIds: [one('wu').id] };
  const { id: secondTeam } = await one('zhou').call(createTeam, { params: { areaId: liuyin }, body });
  await facts.joinTeam(api.sql, street.streetId, street.teams.liuyin, one('wu').id);
  const door = (place: number): TestDoor => must(street.doors.liuyin[place], 'a door');
  await facts.appointSteward(api.sql, street.streetId, one('head').id, door(0).stairwellId);
  const tablets = new Map<string, TestTablet>();
  for (const name of withTablets) tablets.set(name, await api.tablet(one(name)));
  const tablet = (name: string): TestTablet => must(tablets.get(name), name);
  const round = { id: '', sequence: 0, days: 0 };

  /** A round and a day of its own for each test. */
  async function nextRound(): Promise<void> {
    round.days += 1;
    api.clock.now = new Date(Date.parse('2026-11-10T02:00:00.000Z') + round.days * 86_400_000);
    round.id = await street.openRound(`第${round.days}轮`, 'coverage');
    await facts.takesPart(api.sql, street.streetId, round.id, secondTeam);
  }

  const today = (): string => dayOf(api.clock.now.toISOString());
  const tomorrow = (): string => addDays(today(), 1);
  const later = (minutes: number): void => {
    api.clock.now = new Date(api.clock.now.getTime() + minutes * 60_000);
  };
  const envelope = () => ({
    ...{ id: newId(), sequence: (round.sequence += 1) },
    deviceTime: api.clock.now.toISOString(),
  });
  const plan = (teamId: string, day = tomorrow(), hours = evening): Mutation => ({
    ...{ ...envelope(), kind: 'planVisit' },
    payload: { roundId: round.id, stairwellId: door(0).stairwellId, teamId, day, ...hours },
  });
  const on = (kind: 'cancelPlan' | 'acceptPlan', { id: planId }: Mutation): Mutation => ({
    ...{ ...envelope(), kind },
    payload: { planId },
  });
  /** Each push a minute of its own. */
  async function pushed(name: string, ...mutations: Mutation[]): Promise<void> {
    const results = await records.push(tablet(name), ...mutations);
    expect(results.map(({ result }) => result)).toEqual(mutations.map(() => 'accepted'));
    later(1);
  }

  const resident = { origin: '', fetch: (input: string, init: RequestInit) => api.fetch(input, init) };
  async function choose(at: TestDoor, day = tomorrow(), window = evening): Promise<AppointmentLink> {
    const where = { streetId: street.streetId, roundId: round.id, householdId: at.id };
    const link = await printedLink(api.deps, where, addDays(today(), 5));
    await call(resident, chooseAppointment, { body: { link, day, ...window, note: '请按门铃' } });
    return link;
  }

  const listed = async (name: string) => (await one(name).call(listNotices, {})).items;
  const pulled = async (name: string): Promise<PullResponse['notices']> =>
    (await tablet(name).call(pull, { query: { streetId: street.streetId } })).notices;

  /** What everybody is told, by name; the pull says the same as the office. */
  async function toldNow() {
    const told = new Map<string, Awaited<ReturnType<typeof listed>>>();
    for (const name of names) {
      const items = await listed(name);
      told.set(name, items);
      if (!tablets.has(name)) continue;
      const latest = items.slice(0, 50).map(({ id }) => id);
      const ids = (await pulled(name)).map(({ id }) => id);
      expect(ids.toSorted(), name).toEqual(latest.toSorted());
    }
    return told;
  }

  /** Who is told anew by an act: kinds, and of which team. */
  async function toldBy(act: () => Promise<unknown>): Promise<Told> {
    const before = await toldNow();
    await act();
    const after = await toldNow();
    const news = [...after].map(([name, items]): [string, string[]] => {
      const known = new Set(before.get(name)?.map(({ id }) => id));
      const fresh = items.filter(({ id }) => !known.has(id));
      return [name, fresh.map(({ kind, teamName }) => `${kind} ${teamName ?? '-'}`).toSorted()];
    });
    return Object.fromEntries(news.filter(([, fresh]) => fresh.length > 0));
  }

  return {
    ...{ api, street, records, names, one, tablet, secondTeam, door, nextRound, today, tomorrow, later },
    ...{ plan, on, pushed, resident, choose, listed, pulled, toldBy },
    roundId: () => round.id,
  };
}
