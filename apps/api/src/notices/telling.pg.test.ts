import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { listNotices, readNotices, readPulledNotices } from '@huhudao/protocol';
import { tellDueEverywhere } from '../appointments/tell-due.ts';
import { giveToAssessor, lastAudit } from '../monitor/monitor.facts.queries.ts';
import { announce } from './announce.ts';
import { all, buildNoticeWorld, evening, first, type NoticeWorld } from './notices.testing.ts';

let world: NoticeWorld;

beforeAll(async () => {
  world = await buildNoticeWorld();
});
afterAll(() => world.api.stop());
beforeEach(() => world.nextRound());

const tellDue = () => tellDueEverywhere(world.api.deps, announce);

describe('plans that changed in one push', () => {
  it('are not told of when they were made and taken back again', async () => {
    const plan = world.plan(world.street.teams.liuyin);
    const both = () => world.pushed('head', plan, world.on('cancelPlan', plan));
    expect(await world.toldBy(both)).toEqual({});
  });

  it('are told of as one move when they were moved twice', async () => {
    const { plan, on, pushed, street, secondTeam } = world;
    const from = plan(street.teams.liuyin);
    await pushed('head', from);
    const [away, over] = [on('cancelPlan', from), plan(secondTeam)];
    const [back, to] = [on('cancelPlan', over), plan(street.teams.liuyin)];
    const told = await world.toldBy(() => pushed('head', away, over, back, to));
    expect(told).toEqual(all(['zhao', 'li', 'wu'], `planMoved ${first}`));
  });
});

describe('a day’s appointments', () => {
  it('are told once, and not again where the resident chose another hour on the day', async () => {
    const { choose, door, later, today, toldBy } = world;
    await choose(door(0));
    expect(await toldBy(tellDue)).toEqual({});
    later(21 * 60);
    expect(await toldBy(tellDue)).toEqual(all(['zhao', 'li', 'wu'], `appointmentDue ${first}`));
    const anew = () => choose(door(0), today(), { from: '14:30', until: '17:00' });
    expect(await toldBy(anew)).toEqual(all(['zhao', 'li', 'wu'], `appointmentChanged ${first}`));
    expect(await toldBy(tellDue)).toEqual({});
  });

  it('agreed at the door are told too, unless the door has been visited since', async () => {
    const { records, roundId, tomorrow, pushed, door, later } = world;
    const agree = (place: number) => {
      const appointment = { day: tomorrow(), ...evening };
      return records.visit(door(place), { roundId: roundId(), outcome: 'appointment', appointment });
    };
    await pushed('li', agree(3), agree(4));
    later(60);
    await pushed('li', records.visit(door(4), { roundId: roundId() }));
    later(20 * 60);
    const told = await world.toldBy(tellDue);
    expect(told).toEqual(all(['zhao', 'li', 'wu'], `appointmentDue ${first}`));
    expect((await world.listed('wu'))[0]?.place?.householdId).toBe(door(3).id);
  });
});

it('of the appointments of an assessor’s round nobody is told, and the audit does not count them', async () => {
  const { api, street, choose, door, later, roundId } = world;
  await choose(door(0));
  await giveToAssessor(api.sql, street.streetId, roundId(), world.one('wu').id);
  later(21 * 60);
  const before = await lastAudit(api.sql, street.streetId);
  expect(await world.toldBy(tellDue)).toEqual({});
  expect(await lastAudit(api.sql, street.streetId)).toEqual(before);
});

describe('reading', () => {
  const given = () => world.pushed('head', world.plan(world.street.teams.liuyin));
  const unread = async (name: string) => (await world.one(name).call(listNotices, {})).unread;

  it('on a tablet is for oneself, stays so in the office, and said again it changes nothing', async () => {
    await given();
    const ids = [must((await world.pulled('li'))[0], 'a notice').id];
    const body = { streetId: world.street.streetId, ids };
    const [lis, wus] = [await unread('li'), await unread('wu')];
    await world.tablet('li').call(readPulledNotices, { body });
    const [read] = await world.listed('li');
    world.later(5);
    await world.tablet('li').call(readPulledNotices, { body });
    expect((await world.listed('li'))[0]).toEqual(read);
    expect([await unread('li'), await unread('wu')]).toEqual([lis - 1, wus]);
    expect((await world.pulled('li'))[0]?.read).toBe(true);
    expect((await world.pulled('wu'))[0]?.read).toBe(false);
  });

  it('in the office is told by the next pull, although nothing else has changed', async () => {
    await given();
    const ids = [must((await world.pulled('li'))[0], 'a notice').id];
    await world.one('li').call(readNotices, { body: { ids } });
    expect((await world.pulled('li'))[0]?.read).toBe(true);
  });

  it('of others’ notices on a tablet changes nothing', async () => {
    await given();
    const theirs = must((await world.pulled('wu'))[0], 'a notice').id;
    const body = { streetId: world.street.streetId, ids: [theirs] };
    await world.tablet('head').call(readPulledNotices, { body });
    expect((await world.pulled('wu'))[0]?.read).toBe(false);
  });
});
