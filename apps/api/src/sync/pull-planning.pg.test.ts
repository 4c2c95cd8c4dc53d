import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultDoorsPerHour, must, usualWindows } from '@huhudao/domain';
import { newId, pull, type Mutation, type PullResponse } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './pull.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let head: TestTablet, zhao: TestTablet, li: TestTablet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  head = await api.tablet(street.people.head);
  zhao = await api.tablet(street.people.zhao);
  li = await api.tablet(street.people.li);
  await facts.appointSteward(api.sql, street.streetId, street.people.head.id, own());
});
afterAll(() => api.stop());

const own = () => must(street.doors.liuyin[0], 'a door of the first stairwell').stairwellId;
const pulled = (tablet: TestTablet, since?: string): Promise<PullResponse> =>
  tablet.call(pull, { query: { streetId: street.streetId, ...(since === undefined ? {} : { since }) } });
const at = (instant: string) => (api.clock.now = new Date(instant));

describe('what plans are suggested from', () => {
  it('comes once a day, to those who may plan, and to nobody else', async () => {
    at('2026-11-10T01:00:00.000Z');
    const first = await pulled(zhao);
    expect(first.planning?.day).toBe('2026-11-10');
    expect((await pulled(zhao, first.cursor)).planning).toBeNull();
    expect((await pulled(head)).planning).not.toBeNull();
    expect((await pulled(li)).planning).toBeNull();
    at('2026-11-10T16:30:00.000Z');
    const next = await pulled(zhao, first.cursor);
    expect([next.reset, next.planning?.day]).toEqual([false, '2026-11-11']);
  });

  it('are counts by part of the day of the stairwells in reach and their community, never of a person', async () => {
    at('2026-11-11T01:30:00.000Z');
    const [door, second] = [must(street.doors.liuyin[0], 'a door'), must(street.doors.liuyin[1], 'a door')];
    const far = must(street.doors.liuyin.at(-1), 'a door of the second stairwell');
    await records.push(li, records.visit(door, { outcome: 'notHome' }));
    await records.push(li, records.visit(second, { outcome: 'vacant' }));
    await records.push(li, records.visit(far, { outcome: 'visited' }));
    at('2026-11-11T11:00:00.000Z');
    await records.push(li, records.visit(door, { outcome: 'visited' }));
    const { planning } = await pulled(head);
    const { contacts, paces } = must(planning ?? undefined, 'what plans are suggested from');
    expect(contacts).toEqual([
      {
        level: 'stairwell',
        id: own(),
        cells: {
          weekdayMorning: { tries: 1, reached: 0 },
          weekdayEvening: { tries: 1, reached: 1 },
        },
      },
      {
        level: 'community',
        id: street.communities.liuyin,
        cells: {
          weekdayMorning: { tries: 2, reached: 1 },
          weekdayEvening: { tries: 1, reached: 1 },
        },
      },
    ]);
    expect(paces.find(({ teamId }) => teamId === street.teams.liuyin)).toEqual({
      teamId: street.teams.liuyin,
      doorsPerHour: defaultDoorsPerHour,
      occasions: 0,
      from: 'default',
    });
    expect(JSON.stringify(planning)).not.toContain(street.people.li.id);
  });

  it('says nothing of an assessor’s round', async () => {
    await facts.giveToAssessor(api.sql, street.streetId, street.roundId, street.people.li.id);
    const { planning } = await pulled(zhao);
    expect(planning?.contacts).toEqual([]);
    await facts.giveToAssessor(api.sql, street.streetId, street.roundId, null);
  });
});

describe('a door', () => {
  it('tells the visits of the round while it is open, and names only whoever was refused', async () => {
    at('2026-11-12T01:30:00.000Z');
    const [, , refused, done] = street.doors.liuyin;
    await records.push(li, records.visit(must(refused, 'a door'), { outcome: 'notHome' }));
    await records.push(li, records.visit(must(done, 'a door'), { outcome: 'visited' }));
    at('2026-11-13T11:30:00.000Z');
    await records.push(li, records.visit(must(refused, 'a door'), { outcome: 'refused' }));
    const { assignments } = await pulled(head);
    const visitsAt = (id: string | undefined) =>
      assignments.find(({ householdId }) => householdId === id)?.visits;
    expect(visitsAt(refused?.id)).toEqual([
      { outcome: 'notHome', at: '2026-11-12T01:30:00.000Z', by: null },
      { outcome: 'refused', at: '2026-11-13T11:30:00.000Z', by: street.people.li.id },
    ]);
    expect(visitsAt(done?.id)).toEqual([]);
  });

  it('tells the hours in which nobody knocks, to a building head as well', async () => {
    const door = must(street.doors.liuyin[0], 'a door');
    await facts.keepQuiet(api.sql, street.streetId, door.id, [{ from: '12:00', until: '15:00' }]);
    const { households } = await pulled(head);
    expect(households.find(({ id }) => id === door.id)?.quiet).toEqual([{ from: '12:00', until: '15:00' }]);
  });
});

describe('a round', () => {
  it('tells its windows and quiet hours; one that names none has the usual windows', async () => {
    expect((await pulled(zhao)).rounds).toMatchObject([{ windows: usualWindows, quiet: [] }]);
    const windows = [{ days: 'weekend' as const, from: '10:00', until: '20:00' }];
    await facts.setWindows(api.sql, street.streetId, street.roundId, windows);
    expect((await pulled(zhao)).rounds).toMatchObject([
      { windows, quiet: [{ from: '12:00', until: '14:00' }] },
    ]);
  });
});

describe('where the teams are that one may plan for', () => {
  let sequence = 0;
  const envelope = () => ({
    id: newId(),
    sequence: (sequence += 1),
    deviceTime: api.clock.now.toISOString(),
  });
  const planAt = (community: 'liuyin' | 'nanqiao', place: number, day: string): Mutation => {
    const { stairwellId } = must(street.doors[community].at(place), 'a door');
    const hours = { day, from: '09:00', until: '10:00' };
    const payload = { roundId: street.roundId, stairwellId, teamId: street.teams[community], ...hours };
    return { ...envelope(), kind: 'planVisit', payload };
  };

  it('a building head learns the hours and not the place, and that they are free again', async () => {
    const { cursor } = await pulled(head);
    const plan = planAt('liuyin', -1, '2026-11-16');
    await records.push(zhao, plan);
    const told = await pulled(head, cursor);
    expect(told.plans).toEqual([]);
    const hours = { day: '2026-11-16', from: '09:00', until: '10:00', cancelled: false };
    expect(told.busy).toMatchObject([{ id: plan.id, teamId: street.teams.liuyin, ...hours }]);
    expect(JSON.stringify(told.busy)).not.toContain(street.doors.liuyin.at(-1)?.stairwellId);
    // Whoever visits there is told the plan itself.
    const ofLeader = await pulled(zhao);
    expect([ofLeader.plans.map(({ id }) => id), ofLeader.busy]).toEqual([[plan.id], []]);
    await records.push(zhao, { ...envelope(), kind: 'cancelPlan', payload: { planId: plan.id } });
    expect((await pulled(head, told.cursor)).busy).toMatchObject([{ id: plan.id, cancelled: true }]);
    expect((await pulled(head)).busy).toEqual([]);
  });

  it('a plan of another community’s team is told to nobody here unless they share a person', async () => {
    await records.push(await api.tablet(street.people.sun), planAt('nanqiao', 0, '2026-11-17'));
    const busyOn = async () => (await pulled(head)).busy.filter(({ day }) => day === '2026-11-17');
    expect(await busyOn()).toEqual([]);
    await facts.joinTeam(api.sql, street.streetId, street.teams.nanqiao, street.people.zhao.id);
    expect(await busyOn()).toMatchObject([{ personIds: [street.people.zhao.id] }]);
  });
});
