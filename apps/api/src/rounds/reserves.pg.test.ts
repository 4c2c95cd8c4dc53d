import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  call,
  closeRound,
  createRound,
  listAudit,
  listDraws,
  openRound,
  pull,
  releaseReplicate,
  replayDraw,
} from '@huhudao/protocol';
import { createTestDatabase } from '@huhudao/testkit';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { dumpDatabase, restoreDatabase } from '../testing/whole-database.ts';
import * as facts from './rounds.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let duan: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  duan = await api.person('duan', ['districtOffice', street.districtId]);
});
afterAll(() => api.stop());

async function opened(name: string): Promise<string> {
  const params = { areaId: street.streetId };
  const communityIds = Object.values(street.communities);
  const body = {
    name,
    purpose: 'measurement' as const,
    startsOn: '2026-11-10',
    deadline: '2026-11-30',
    questionnaireHash: street.hashes.questionnaire,
    visitFormHash: street.hashes.visitForm,
    statement: '我们是社区的，来听听您的意见。',
    materials: [],
    scope: {
      communityIds,
      sampleSizes: Object.fromEntries(communityIds.map((id) => [id, 8])),
      reserves: { replicates: 2, size: 3 },
    },
    teamIds: Object.values(street.teams),
  };
  const { id } = await duan.call(createRound, { params, body });
  await duan.call(openRound, { params: { ...params, roundId: id } });
  return id;
}

const inLiuyin = (roundId: string) => ({
  areaId: street.streetId,
  roundId,
  communityId: street.communities.liuyin,
});
const release = (roundId: string, replicate: number, by = duan) =>
  by.call(releaseReplicate, { params: inLiuyin(roundId), body: { reason: '应答率低于预期', replicate } });
const countOf = async (roundId: string, communityId: string) =>
  facts.countByReplicate(api.sql, street.streetId, roundId, communityId);

describe('a reserve replicate', () => {
  it('is released whole, in its community alone, and every household there gets its new probability', async () => {
    const id = await opened('启用备用');
    expect(await release(id, 1)).toMatchObject({
      inclusionProbability: 8 / 24,
      currentProbability: 11 / 24,
      released: [
        {
          replicate: 1,
          reason: '应答率低于预期',
          releasedBy: 'duan',
          releasedAt: '2026-11-10T02:00:00.000Z',
        },
      ],
    });
    expect(await countOf(id, street.communities.liuyin)).toMatchObject([
      { replicate: 0, count: 8, assigned: 8 },
      { replicate: 1, count: 3, assigned: 3 },
      { replicate: 2, count: 3, assigned: 0 },
      { replicate: null, assigned: 0 },
    ]);
    expect(await countOf(id, street.communities.nanqiao)).toMatchObject([
      {},
      { replicate: 1, assigned: 0 },
      {},
      {},
    ]);
    expect(await facts.listProbabilities(api.sql, street.streetId, id)).toEqual(
      expect.arrayContaining([
        { communityId: street.communities.liuyin, probability: 11 / 24, count: 11 },
        { communityId: street.communities.nanqiao, probability: 8 / 24, count: 8 },
      ]),
    );
  });

  it('reaches the tablets of the team at their next pull, with its households', async () => {
    const id = await opened('平板收到');
    const tablet = await api.tablet(street.people.zhao);
    const query = { streetId: street.streetId };
    const { cursor } = await tablet.call(pull, { query });
    await release(id, 1);
    const { assignments, households } = await tablet.call(pull, { query: { ...query, since: cursor } });
    expect(assignments).toHaveLength(3);
    for (const { householdId, teamId } of assignments) {
      expect(teamId).toBe(street.teams.liuyin);
      expect(households.map((one) => one.id)).toContain(householdId);
    }
  });

  it('is the next one, once: pressed twice it is refused, and after the last there is none', async () => {
    const id = await opened('逐组启用');
    await expect(release(id, 2)).rejects.toMatchObject({ code: 'replicateNotNext' });
    await release(id, 1);
    await expect(release(id, 1)).rejects.toMatchObject({ code: 'replicateNotNext' });
    await release(id, 2);
    await expect(release(id, 3)).rejects.toMatchObject({ code: 'replicateNotNext' });
  });

  it('is the district’s to release, in an open round, and the audit knows of it', async () => {
    const id = await opened('谁能启用');
    await expect(release(id, 1, street.people.office)).rejects.toMatchObject({ code: 'notFound' });
    await release(id, 1);
    await duan.call(closeRound, { params: { areaId: street.streetId, roundId: id } });
    await expect(release(id, 2)).rejects.toMatchObject({ code: 'roundStateWrong' });
    const auditor = await api.person('auditor', ['auditor', street.streetId]);
    const { items } = await auditor.call(listAudit, {
      params: { areaId: street.streetId },
      query: { action: 'round.replicateReleased' },
    });
    const subject = { roundId: id, communityId: street.communities.liuyin, replicate: 1, added: 3 };
    expect(items[0]).toMatchObject({ actorName: 'duan', subject });
  });
});

describe('a draw', () => {
  it('replays to the same list from a backup that was restored into a database of its own', async () => {
    const id = await opened('备份恢复');
    await release(id, 1);
    const own = await createTestDatabase();
    await restoreDatabase(own.sql, await dumpDatabase(api.sql));
    const restored = await startTestApi(undefined, undefined, [], own);
    const there = { ...duan.transport, fetch: restored.fetch };
    try {
      for (const transport of [duan.transport, there]) {
        const draws = await call(transport, listDraws, { params: { areaId: street.streetId, roundId: id } });
        expect(draws.map(({ released }) => released.length).toSorted()).toEqual([0, 1]);
        for (const { communityId, released } of draws) {
          const params = { areaId: street.streetId, roundId: id, communityId };
          const drawn = 8 + released.length * 3;
          expect(await call(transport, replayDraw, { params })).toEqual({
            equal: true,
            frameHashEqual: true,
            drawn,
          });
        }
      }
      const listed = await facts.listDrawn(own.sql, street.streetId, id);
      expect(listed).toHaveLength(19);
      expect(listed).toEqual(await facts.listDrawn(api.sql, street.streetId, id));
      // A list that a backup brought back otherwise is found.
      await facts.swapHousehold(own.sql, street.streetId, id, street.communities.liuyin);
      expect(await call(there, replayDraw, { params: inLiuyin(id) })).toMatchObject({ equal: false });
    } finally {
      await restored.stop();
    }
  });
});
