import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  closeRound,
  extendRound,
  listExtensions,
  listNotices,
  makePlan,
  pull,
  readNotices,
  readRound,
  remindTeams,
  undoExtension,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './monitor.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson, zhou: TestPerson;
let params: { areaId: string; roundId: string };
let made = 0;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  zhou = await api.person('zhou', ['communityOffice', street.communities.liuyin]);
});
afterAll(() => api.stop());

beforeEach(async () => {
  made += 1;
  const roundId = await street.openRound(`普访${made}`, 'coverage');
  params = { areaId: street.streetId, roundId };
});

const extend = (deadline: string, person = office) =>
  person.call(extendRound, { params, body: { deadline, reason: '连日下雨' } });
const deadlineOf = async (): Promise<string> => (await office.call(readRound, { params })).deadline;
const told = async (person: TestPerson) =>
  (await person.call(listNotices, {})).items.filter((one) => one.roundId === params.roundId);

describe('putting off a deadline', () => {
  it('is later than before, has its reason and its entry in the audit, and reaches the tablets', async () => {
    const li = await api.tablet(street.people.li);
    expect(await deadlineOf()).toBe('2026-11-30');
    const extension = await extend('2026-12-06');
    expect(extension).toMatchObject({
      from: '2026-11-30',
      to: '2026-12-06',
      reason: '连日下雨',
      byName: 'office',
    });
    expect(await deadlineOf()).toBe('2026-12-06');
    const { rounds } = await li.call(pull, { query: { streetId: street.streetId } });
    expect(rounds.find(({ id }) => id === params.roundId)?.deadline).toBe('2026-12-06');
    const [entry] = await facts.lastAudit(api.sql, street.streetId);
    expect(entry).toMatchObject({ action: 'round.extended', actorId: office.id });
    expect(JSON.stringify(entry)).not.toContain('连日下雨');
  });

  it('is refused for a day that is not later, for a closed round, and for those who do not decide', async () => {
    await expect(extend('2026-11-30')).rejects.toMatchObject({ code: 'deadlineNotLater' });
    const district = await api.person('quban', ['districtOffice', street.districtId]);
    await expect(extend('2026-12-06', district)).rejects.toMatchObject({ code: 'roundPurposeWrong' });
    await expect(extend('2026-12-06', zhou)).rejects.toMatchObject({ code: 'notFound' });
    await office.call(closeRound, { params });
    await expect(extend('2026-12-06')).rejects.toMatchObject({ code: 'roundStateWrong' });
    expect(await office.call(listExtensions, { params })).toEqual([]);
  });

  it('is taken back, the latest first, and stays on record', async () => {
    const [first, second] = [await extend('2026-12-03'), await extend('2026-12-06')];
    const undo = (extensionId: string) => office.call(undoExtension, { params: { ...params, extensionId } });
    await expect(undo(first.id)).rejects.toMatchObject({ code: 'extensionFixed' });
    await undo(second.id);
    expect(await deadlineOf()).toBe('2026-12-03');
    await undo(first.id);
    expect(await deadlineOf()).toBe('2026-11-30');
    const all = await office.call(listExtensions, { params });
    expect(all.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, true]);
    await expect(undo(first.id)).rejects.toMatchObject({ code: 'extensionFixed' });
  });

  it('stays once something is planned for the days it gave', async () => {
    const { id: extensionId } = await extend('2026-12-06');
    const stairwellId = must(street.doors.liuyin[0], 'a door').stairwellId;
    const body = {
      stairwellId,
      teamId: street.teams.liuyin,
      day: '2026-12-02',
      from: '09:00',
      until: '10:00',
    };
    const plan = { params: { ...params, areaId: street.communities.liuyin }, body };
    await street.people.zhao.call(makePlan, plan);
    const undo = office.call(undoExtension, { params: { ...params, extensionId } });
    await expect(undo).rejects.toMatchObject({ code: 'extensionFixed' });
  });
});

describe('notices', () => {
  it('of an extension reach the teams and the offices concerned, and not who made it', async () => {
    await extend('2026-12-06');
    for (const person of [street.people.zhao, street.people.li, street.people.sun, zhou])
      expect(await told(person)).toMatchObject([
        { kind: 'deadlineExtended', facts: { from: '2026-11-30', to: '2026-12-06' }, readAt: null },
      ]);
    expect(await told(office)).toEqual([]);
    expect(await told(street.people.head)).toEqual([]);
  });

  it('that are there already are nobody’s to read once the round is an assessor’s, except the assessor’s', async () => {
    await extend('2026-12-06');
    const { roundId } = params;
    const before = (await zhou.call(listNotices, {})).unread;
    await facts.giveToAssessor(api.sql, street.streetId, roundId, street.people.li.id);
    for (const person of [zhou, street.people.zhao]) expect(await told(person)).toEqual([]);
    expect((await zhou.call(listNotices, {})).unread).toBe(before - 1);
    expect(await told(street.people.li)).toHaveLength(1);
  });

  it('of a reminder reach the team that is reminded, with the reason, and nobody of another', async () => {
    const body = { teamIds: [street.teams.liuyin], cause: 'noPlan' as const };
    expect(
      await zhou.call(remindTeams, { params: { ...params, areaId: street.communities.liuyin }, body }),
    ).toEqual({
      people: 2,
    });
    for (const person of [street.people.zhao, street.people.li])
      expect(await told(person)).toMatchObject([
        { kind: 'reminder', teamName: '柳荫一组', facts: { cause: 'noPlan', deadline: '2026-11-30' } },
      ]);
    expect(await told(street.people.sun)).toEqual([]);
  });

  it('are not sent to a team of another community, nor to one that takes no part', async () => {
    const body = { teamIds: [street.teams.nanqiao], cause: 'noPlan' as const };
    const own = { ...params, areaId: street.communities.liuyin };
    await expect(zhou.call(remindTeams, { params: own, body })).rejects.toMatchObject({
      code: 'planTeamNotInRound',
    });
    expect(await told(street.people.sun)).toEqual([]);
  });

  it('are marked as read by their reader, for that reader alone', async () => {
    await extend('2026-12-06');
    const [notice] = await told(zhou);
    const [others] = await told(street.people.li);
    const before = (await zhou.call(listNotices, {})).unread;
    const ids = [must(notice, 'a notice').id, must(others, 'a notice').id];
    await zhou.call(readNotices, { body: { ids } });
    expect((await zhou.call(listNotices, {})).unread).toBe(before - 1);
    expect((await told(street.people.li))[0]?.readAt).toBeNull();
  });

  it('of a closed round reach everybody concerned; of an assessor’s round no office', async () => {
    await office.call(closeRound, { params });
    expect(await told(street.people.li)).toMatchObject([{ kind: 'roundClosed' }]);
    expect(await told(zhou)).toMatchObject([{ kind: 'roundClosed' }]);
    const roundId = await street.openRound(`第三方测评${made}`, 'coverage');
    params = { ...params, roundId };
    const assessor = await api.person('qian', ['assessor', street.streetId]);
    await facts.giveToAssessor(api.sql, street.streetId, roundId, assessor.id);
    const body = { teamIds: [street.teams.liuyin], cause: 'noPlan' as const };
    await expect(office.call(remindTeams, { params, body })).rejects.toMatchObject({ code: 'notFound' });
    await expect(extend('2026-12-06')).rejects.toMatchObject({ code: 'notFound' });
    expect(await told(zhou)).toEqual([]);
  });
});
