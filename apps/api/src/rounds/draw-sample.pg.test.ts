import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  allocateSample,
  changeRound,
  createRound,
  listDraws,
  listRounds,
  openRound,
  replayDraw,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './rounds.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let district: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  district = await api.person('district', ['districtOffice', street.districtId]);
});
afterAll(() => api.stop());

const bodyOf = (name: string, reserves: { replicates: number; size: number }) => ({
  name,
  purpose: 'measurement' as const,
  startsOn: '2026-11-10',
  deadline: '2026-11-30',
  questionnaireHash: street.hashes.questionnaire,
  visitFormHash: street.hashes.visitForm,
  statement: '我们是社区的，来听听您的意见。',
  materials: [],
  scope: {
    communityIds: Object.values(street.communities),
    sampleSizes: Object.fromEntries(Object.values(street.communities).map((id) => [id, 8])),
    reserves,
  },
  teamIds: Object.values(street.teams),
});

async function opened(name: string) {
  const params = { areaId: street.streetId };
  const body = bodyOf(name, { replicates: 2, size: 3 });
  const { id } = await district.call(createRound, { params, body });
  return district.call(openRound, { params: { ...params, roundId: id } });
}

const replayAll = async (roundId: string) =>
  Promise.all(
    Object.values(street.communities).map((communityId) =>
      district.call(replayDraw, { params: { areaId: street.streetId, roundId, communityId } }),
    ),
  );

const same = { equal: true, frameHashEqual: true, drawn: 8 };

describe('a draw with reserve replicates', () => {
  it('sends the teams to the main sample only, and keeps each replicate with the frame', async () => {
    const round = await opened('备用样本');
    expect(round).toMatchObject({ assigned: 16, scope: { reserves: { replicates: 2, size: 3 } } });
    for (const communityId of Object.values(street.communities)) {
      expect(await facts.countByReplicate(api.sql, street.streetId, round.id, communityId)).toEqual([
        { replicate: 0, count: 8, assigned: 8 },
        { replicate: 1, count: 3, assigned: 0 },
        { replicate: 2, count: 3, assigned: 0 },
        { replicate: null, count: 10, assigned: 0 },
      ]);
    }
    expect(await replayAll(round.id)).toEqual([same, same]);
  });

  it('lets the street choose the teams of its draft, and nothing else of it', async () => {
    const params = { areaId: street.streetId };
    const reserves = { replicates: 2, size: 3 };
    const body = bodyOf('街道选小组', reserves);
    const { id } = await district.call(createRound, { params, body: { ...body, teamIds: [] } });
    const { office } = street.people;
    const one = { ...params, roundId: id };
    expect((await office.call(changeRound, { params: one, body })).scope.reserves).toEqual(reserves);
    const { reserves: _, ...scope } = body.scope;
    await expect(office.call(changeRound, { params: one, body: { ...body, scope } })).rejects.toMatchObject({
      code: 'roundPurposeWrong',
    });
  });

  it('is drawn under one seed, from which every community has its own', async () => {
    const { id } = await opened('同一种子');
    const draws = await district.call(listDraws, { params: { areaId: street.streetId, roundId: id } });
    expect(draws).toHaveLength(2);
    const [first, second] = draws.map(({ seed }) => seed.split('/'));
    expect(first?.[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.[0]).toBe(first?.[0]);
    expect(first).toContain(must(draws[0], 'a draw').communityId);
    expect(new Set(draws.map(({ seed }) => seed)).size).toBe(2);
    for (const draw of draws) {
      expect(draw).toMatchObject({ sampleSize: 8, reserveReplicates: 2, reserveSize: 3 });
      expect(draw.inclusionProbability).toBeCloseTo(8 / draw.frameSize, 12);
    }
  });

  it('gives the same list after a restore, in whatever order the rows come back', async () => {
    const { id } = await opened('恢复之后');
    await api.sql.begin((tx) => facts.restoreRound(tx, street.streetId, id));
    expect(await replayAll(id)).toEqual([same, same]);
  });

  it('shows it when a household was moved from a replicate into the main sample, or the frame was changed', async () => {
    const moved = await opened('调换');
    await facts.markReplicate(api.sql, street.streetId, moved.id, street.communities.liuyin, 1, 0);
    expect(await replayAll(moved.id)).toContainEqual({ equal: false, frameHashEqual: true, drawn: 8 });
    const turned = await opened('改动');
    await facts.turnFrame(api.sql, street.streetId, turned.id, street.communities.liuyin);
    expect(await replayAll(turned.id)).toContainEqual({ equal: false, frameHashEqual: false, drawn: 0 });
  });

  it('is refused where main sample and reserves together are more than there are, and stays a draft', async () => {
    const params = { areaId: street.streetId };
    const { id } = await district.call(createRound, {
      params,
      body: bodyOf('太多', { replicates: 6, size: 3 }),
    });
    await expect(district.call(openRound, { params: { ...params, roundId: id } })).rejects.toMatchObject({
      code: 'sampleTooLarge',
      details: { available: 24, wanted: 26 },
    });
    const rounds = await district.call(listRounds, { params });
    expect(rounds.find((round) => round.id === id)).toMatchObject({ state: 'draft' });
    expect(await facts.countFrame(api.sql, street.streetId, id)).toMatchObject([{ count: 0 }]);
  });
});

describe('sharing a sample out', () => {
  const wanted = () => ({
    communityIds: Object.values(street.communities),
    expectedResponse: 0.5,
    expectedEligibility: 1,
    published: false,
  });
  const allocate = (body: Parameters<typeof district.call<typeof allocateSample>>[1]['body']) =>
    district.call(allocateSample, { params: { areaId: street.streetId }, body });

  it('counts today’s frames, and gives each community its part of the total', async () => {
    for (const method of [
      { kind: 'proportional' as const, total: 20 },
      { kind: 'squareRoot' as const, total: 20 },
      { kind: 'neyman' as const, total: 20, shares: {} },
      { kind: 'fixed' as const, perCommunity: 10 },
    ]) {
      const { floor, communities } = await allocate({ ...wanted(), method });
      expect(floor).toBe(60);
      expect(communities.map(({ frameSize }) => frameSize)).toEqual([24, 24]);
      expect(communities.map(({ sampleSize }) => sampleSize)).toEqual([10, 10]);
      expect(communities[0]).toMatchObject({
        communityName: '柳荫社区',
        expectedCompletes: 5,
        reachesFloor: false,
      });
    }
  });

  it('takes as many as an error of ± 15 points needs of each frame', async () => {
    const method = { kind: 'margin' as const, margin: 0.15 };
    const { communities } = await allocate({ ...wanted(), expectedResponse: 1, method });
    // n0 = 1.96² · .25 / .15² = 42.7; of 24 doors 42.7 / (1 + 41.7/24) = 15.6.
    expect(communities.map(({ sampleSize }) => sampleSize)).toEqual([16, 16]);
  });

  it('gives more to the community in which opinions are expected to differ more', async () => {
    const shares = { [street.communities.liuyin]: 0.5, [street.communities.nanqiao]: 0.9 };
    const { communities } = await allocate({ ...wanted(), method: { kind: 'neyman', total: 16, shares } });
    expect(communities.map(({ sampleSize }) => sampleSize)).toEqual([10, 6]);
  });

  it('takes a community whole whose rate is to be published and that cannot reach the floor, and says so', async () => {
    const method = { kind: 'proportional' as const, total: 48 };
    const { communities } = await allocate({ ...wanted(), published: true, method });
    expect(communities.map(({ sampleSize, reachesFloor }) => [sampleSize, reachesFloor])).toEqual([
      [24, false],
      [24, false],
    ]);
  });

  it('refuses what the floors or the frames do not allow, and a community elsewhere', async () => {
    const impossible = { code: 'allocationImpossible', details: { wanted: 40, least: 48, available: 48 } };
    const method = { kind: 'proportional' as const, total: 40 };
    await expect(allocate({ ...wanted(), published: true, method })).rejects.toMatchObject(impossible);
    await expect(
      allocate({ ...wanted(), method: { kind: 'proportional', total: 49 } }),
    ).rejects.toMatchObject({ code: 'allocationImpossible', details: { least: 0, available: 48 } });
    await expect(allocate({ ...wanted(), method, communityIds: [street.streetId] })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
