import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type Outcome } from '@huhudao/domain';
import { closeRound, makePlan, pull, readStuck } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './monitor.facts.queries.ts';

/** The visits are a week older than the sessions of those who ask. */
const now = '2026-11-17T02:00:00.000Z';
const start = '2026-11-10T02:00:00.000Z';
const dayLength = 86_400_000;

let api: TestApi;
let street: TestStreet;
let params: { areaId: string; roundId: string };
let doors: TestDoor[];
let li: TestTablet;

beforeAll(async () => {
  api = await startTestApi(now);
  street = await buildTestStreet(api);
  params = { areaId: street.streetId, roundId: street.roundId };
  doors = [...street.doors.liuyin];
  const records = new Records(api, street);
  li = await api.tablet(street.people.li);
  const at = async (daysLater: number, door: number, outcome: Outcome, more = {}): Promise<void> => {
    api.clock.now = new Date(Date.parse(start) + daysLater * dayLength);
    const [result] = await records.push(li, records.visit(must(doors[door], 'a door'), { outcome, ...more }));
    expect(result).toMatchObject({ result: 'accepted' });
  };
  await at(0, 0, 'notHome');
  await at(0, 1, 'refused');
  await at(0, 2, 'appointment', { appointment: { day: '2026-11-12', from: '18:30', until: '19:00' } });
  await at(0, 3, 'appointment', { appointment: { day: '2026-11-30', from: '18:30', until: '19:00' } });
  await at(1, 0, 'notHome');
  await at(2, 0, 'noAccess');
  await at(2, 4, 'refused');
  await at(2, 5, 'refusedHard');
  await facts.takeTeamAway(
    api.sql,
    street.streetId,
    street.roundId,
    must(street.doors.nanqiao[0], 'a door').stairwellId,
  );
  api.clock.now = new Date(now);
  await facts.lastHeardOf(api.sql, li.deviceId, start);
  api.identities.forget();
}, 60_000);
afterAll(() => api.stop());

const read = (areaId = street.streetId) =>
  street.people.office.call(readStuck, { params: { ...params, areaId } });
const ids = (rows: readonly { householdId: string }[]): string[] => rows.map((row) => row.householdId);
const idOf = (index: number): string => must(doors[index], 'a door').id;

describe('what is stuck in a round', () => {
  it('are doors at which nobody was met on as many days as were wanted', async () => {
    const { usedUp } = await read();
    expect(ids(usedUp.rows)).toEqual([idOf(0)]);
    expect(usedUp.rows[0]).toMatchObject({
      attempts: 3,
      teamName: '柳荫一组',
      address: '柳苑 1栋 1单元 101',
    });
  });

  it('are soft refusals, with the day from which somebody else may ask; a hard one never', async () => {
    const { refusals } = await read();
    const due = new Map(refusals.rows.map((row) => [row.householdId, [row.notBefore, row.due]]));
    expect(due).toEqual(
      new Map([
        [idOf(1), ['2026-11-17', true]],
        [idOf(4), ['2026-11-19', false]],
      ]),
    );
  });

  it('are appointments that have passed, not those to come', async () => {
    const { appointments } = await read();
    expect(appointments.rows).toMatchObject([{ householdId: idOf(2), day: '2026-11-12', from: '18:30' }]);
  });

  it('are stairwells that no team has, with the doors left, as a recount by SQL', async () => {
    const { withoutTeam } = await read();
    const recount = await facts.recountWithoutTeam(api.sql, street.streetId, street.roundId);
    expect(withoutTeam.rows.map(({ stairwellId, left }) => ({ stairwellId, left }))).toEqual(recount);
    expect(withoutTeam).toMatchObject({ total: 1, rows: [{ left: 12, place: '南苑 1栋 1单元' }] });
  });

  it('are teams without a plan, until they make one', async () => {
    expect((await read()).withoutPlan.rows.map(({ name }) => name)).toEqual(['南桥一组', '柳荫一组']);
    const stairwellId = must(doors[0], 'a door').stairwellId;
    const plan = {
      stairwellId,
      teamId: street.teams.liuyin,
      day: '2026-11-20',
      from: '09:00',
      until: '10:00',
    };
    await street.people.zhao.call(makePlan, {
      params: { ...params, areaId: street.communities.liuyin },
      body: plan,
    });
    expect((await read()).withoutPlan.rows.map(({ name }) => name)).toEqual(['南桥一组']);
  });

  it('are tablets of its teams that were not heard of for three days, by their name and teams', async () => {
    const tablets = (await read()).tablets.rows;
    expect(tablets).toMatchObject([{ name: 'tablet', teams: [{ name: '柳荫一组' }] }]);
    expect(JSON.stringify(tablets)).not.toContain(street.people.li.id);
    expect(JSON.stringify(tablets)).not.toMatch(/"(li|zhao|sun)"/);
    expect(must(tablets[0], 'a tablet').deviceId).toBe(li.deviceId);
    await li.call(pull, { query: { streetId: street.streetId } });
    expect((await read()).tablets).toEqual({ total: 0, rows: [] });
  });

  it('is told of the communities one looks after, and nothing of another', async () => {
    const nanqiao = await read(street.communities.nanqiao);
    expect(nanqiao.usedUp.total + nanqiao.refusals.total + nanqiao.appointments.total).toBe(0);
    expect(nanqiao.withoutTeam.total).toBe(1);
    const zhou = await api.person('zhou', ['communityOffice', street.communities.nanqiao]);
    const elsewhere = { ...params, areaId: street.communities.liuyin };
    await expect(zhou.call(readStuck, { params: elsewhere })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is asked of open rounds, and of an assessor’s by nobody', async () => {
    const roundId = await street.openRound('另一轮');
    const district = await api.person('quban', ['districtOffice', street.districtId]);
    await district.call(closeRound, { params: { ...params, roundId } });
    const closed = street.people.office.call(readStuck, { params: { ...params, roundId } });
    await expect(closed).rejects.toMatchObject({ code: 'roundStateWrong' });
    const assessor = await api.person('qian', ['assessor', street.streetId]);
    const hidden = await street.openRound('第三方测评');
    await facts.giveToAssessor(api.sql, street.streetId, hidden, assessor.id);
    const asked = street.people.office.call(readStuck, { params: { ...params, roundId: hidden } });
    await expect(asked).rejects.toMatchObject({ code: 'notFound' });
  });
});
