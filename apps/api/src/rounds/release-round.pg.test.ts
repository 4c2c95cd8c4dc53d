import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeRound,
  closeRound,
  createRound,
  listAssessors,
  openRound,
  pull,
  readRound,
  releaseRound,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let duan: TestPerson, feng: TestPerson, gu: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  duan = await api.person('duan', ['districtOffice', street.districtId]);
  feng = await api.person('feng', ['assessor', street.districtId]);
  // Assesses the district, and works in a community of the street.
  gu = await api.person('gu', ['assessor', street.districtId], ['worker', street.communities.liuyin]);
});
afterAll(() => api.stop());

const params = () => ({ areaId: street.streetId });
const bodyOf = (name: string, change: object = {}) => ({
  name,
  purpose: 'measurement' as const,
  startsOn: '2026-11-10',
  deadline: '2026-11-30',
  questionnaireHash: street.hashes.questionnaire,
  visitFormHash: street.hashes.visitForm,
  statement: '我们是第三方测评机构。',
  materials: [],
  scope: { communityIds: [street.communities.nanqiao], sampleSizes: { [street.communities.nanqiao]: 5 } },
  teamIds: [],
  assessorId: feng.id,
  ...change,
});
const begin = (name: string, change?: object) =>
  duan.call(createRound, { params: params(), body: bodyOf(name, change) });
const one = (roundId: string) => ({ params: { ...params(), roundId } });

describe('whose a round is', () => {
  it('can be an assessor’s of the street or its district who has no part in the street', async () => {
    expect(await duan.call(listAssessors, { params: params() })).toEqual([{ id: feng.id, name: 'feng' }]);
    for (const assessorId of [gu.id, street.people.li.id])
      await expect(begin('另有职务', { assessorId })).rejects.toMatchObject({ code: 'assessorUnsuitable' });
  });

  it('is a measurement without teams of the communities', async () => {
    await expect(begin('带小组', { teamIds: [street.teams.nanqiao] })).rejects.toMatchObject({
      code: 'roundTeamUnusable',
    });
    const body = { ...bodyOf('普访'), purpose: 'coverage' as const };
    const quan = await api.person(
      'quan',
      ['streetOffice', street.streetId],
      ['districtOffice', street.districtId],
    );
    await expect(quan.call(createRound, { params: params(), body })).rejects.toMatchObject({
      code: 'roundPurposeWrong',
    });
  });
});

describe('an assessor’s round', () => {
  it('goes to the assessor’s tablet, all of it, and to nobody else’s', async () => {
    const { id } = await begin('第三方一');
    expect(await duan.call(openRound, one(id))).toMatchObject({
      state: 'open',
      assigned: 5,
      assessorName: 'feng',
    });
    const query = { streetId: street.streetId };
    const pulled = await (await api.tablet(feng)).call(pull, { query });
    expect(pulled.assignments.map(({ roundId }) => roundId)).toEqual(Array(5).fill(id));
    const ofTheirs = await (await api.tablet(street.people.sun)).call(pull, { query });
    expect(ofTheirs.rounds.map((round) => round.id)).not.toContain(id);
  });

  it('cannot be released while its doors are visited, nor twice, nor by the street', async () => {
    const { id } = await begin('第三方二');
    await expect(duan.call(releaseRound, one(id))).rejects.toMatchObject({ code: 'roundStateWrong' });
    await duan.call(openRound, one(id));
    await expect(duan.call(releaseRound, one(id))).rejects.toMatchObject({ code: 'roundStateWrong' });
    await duan.call(closeRound, one(id));
    await expect(street.people.office.call(releaseRound, one(id))).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(street.people.office.call(readRound, one(id))).rejects.toMatchObject({ code: 'notFound' });
    expect(await duan.call(releaseRound, one(id))).toMatchObject({ releasedAt: '2026-11-10T02:00:00.000Z' });
    expect(await street.people.office.call(readRound, one(id))).toMatchObject({
      name: '第三方二',
      assigned: 5,
    });
    await expect(duan.call(releaseRound, one(id))).rejects.toMatchObject({ code: 'roundReleased' });
  });

  it('that became one while it was a draft is gone from the street', async () => {
    const change = { assessorId: null, teamIds: [street.teams.nanqiao] };
    const { id } = await begin('先由小组走访', change);
    expect(await street.people.office.call(readRound, one(id))).toMatchObject({ assessorId: null });
    await duan.call(changeRound, { ...one(id), body: bodyOf('先由小组走访') });
    await expect(street.people.office.call(readRound, one(id))).rejects.toMatchObject({ code: 'notFound' });
  });

  it('of the communities’ own teams has nothing to release', async () => {
    await expect(duan.call(releaseRound, one(street.roundId))).rejects.toMatchObject({
      code: 'roundPurposeWrong',
    });
  });
});
