import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { sealJson } from '@huhudao/outbox';
import {
  assignStairwells,
  closeRound,
  createRound,
  deleteRound,
  changeRound,
  listDraws,
  listRounds,
  openRound,
  pull,
  pushSealed,
  readCoverage,
  replayDraw,
} from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './rounds.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson, district: TestPerson, community: TestPerson;
let li: TestTablet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  district = await api.person('district', ['districtOffice', street.districtId]);
  community = await api.person('community', ['communityOffice', street.communities.liuyin]);
  li = await api.tablet(street.people.li);
});
afterAll(() => api.stop());

const bodyOf = (name: string, purpose: 'coverage' | 'measurement') => ({
  name,
  purpose,
  startsOn: '2026-11-10',
  deadline: '2026-11-30',
  attemptsWanted: 3,
  questionnaireHash: street.hashes.questionnaire,
  visitFormHash: street.hashes.visitForm,
  statement: '我们是社区的，来听听您的意见。',
  materials: ['告知单'],
  scope: {
    communityIds: Object.values(street.communities),
    ...(purpose === 'measurement'
      ? { sampleSizes: Object.fromEntries(Object.values(street.communities).map((id) => [id, 10])) }
      : {}),
  },
  teamIds: Object.values(street.teams),
});

async function opened(person: TestPerson, name: string, purpose: 'coverage' | 'measurement') {
  const params = { areaId: street.streetId };
  const { id } = await person.call(createRound, { params, body: bodyOf(name, purpose) });
  return person.call(openRound, { params: { ...params, roundId: id } });
}

describe('a round', () => {
  it('is drafted, changed, thrown away, and has one name', async () => {
    const params = { areaId: street.streetId };
    const draft = await office.call(createRound, { params, body: bodyOf('普访一', 'coverage') });
    const questionnaireTitle = { default: 'questionnaire', en: 'questionnaire in English' };
    expect(draft).toMatchObject({ state: 'draft', assigned: 0, questionnaireTitle });
    await expect(
      office.call(createRound, { params, body: bodyOf('普访一', 'coverage') }),
    ).rejects.toMatchObject({ code: 'roundNameTaken' });
    const one = { ...params, roundId: draft.id };
    expect(await office.call(changeRound, { params: one, body: bodyOf('普访甲', 'coverage') })).toMatchObject(
      { name: '普访甲' },
    );
    await office.call(deleteRound, { params: one });
    expect((await office.call(listRounds, { params })).some((round) => round.id === draft.id)).toBe(false);
  });

  it('of measurement belongs to the district, of coverage to the street', async () => {
    const params = { areaId: street.streetId };
    await expect(
      office.call(createRound, { params, body: bodyOf('甲', 'measurement') }),
    ).rejects.toMatchObject({ code: 'roundPurposeWrong' });
    await expect(
      district.call(createRound, { params, body: bodyOf('乙', 'coverage') }),
    ).rejects.toMatchObject({ code: 'roundPurposeWrong' });
    await expect(
      community.call(createRound, {
        params: { areaId: street.communities.liuyin },
        body: bodyOf('丙', 'coverage'),
      }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });

  it('of measurement gets its teams from the street, which can change nothing else of it', async () => {
    const params = { areaId: street.streetId };
    const body = bodyOf('等小组', 'measurement');
    const { id } = await district.call(createRound, { params, body: { ...body, teamIds: [] } });
    const one = { ...params, roundId: id };
    const withTeams = await office.call(changeRound, { params: one, body });
    expect(withTeams.teamIds).toEqual(expect.arrayContaining(body.teamIds));
    for (const change of [{ name: '改名' }, { purpose: 'coverage' as const }, { deadline: '2026-12-01' }]) {
      const refused = office.call(changeRound, { params: one, body: { ...body, ...change } });
      await expect(refused).rejects.toMatchObject({ code: 'roundPurposeWrong' });
    }
    await expect(office.call(openRound, { params: one })).rejects.toMatchObject({
      code: 'roundPurposeWrong',
    });
    expect(await district.call(openRound, { params: one })).toMatchObject({ state: 'open' });
  });

  it('says what it still lacks before it opens, and opens once', async () => {
    const params = { areaId: street.streetId };
    const { id } = await office.call(createRound, {
      params,
      body: { ...bodyOf('缺', 'coverage'), statement: '', teamIds: [] },
    });
    const one = { ...params, roundId: id };
    await expect(office.call(openRound, { params: one })).rejects.toMatchObject({
      code: 'roundIncomplete',
      details: { lacks: ['teams', 'statement'] },
    });
    await office.call(changeRound, { params: one, body: bodyOf('全', 'coverage') });
    expect(await office.call(openRound, { params: one })).toMatchObject({ state: 'open', assigned: 48 });
    await expect(office.call(openRound, { params: one })).rejects.toMatchObject({ code: 'roundStateWrong' });
  });

  it('leaves out of the frame who cannot or must not be visited', async () => {
    const [vacant, quiet] = street.doors.nanqiao;
    await facts.setOccupancy(api.sql, street.streetId, must(vacant, 'a door').id, 'vacant');
    await facts.setDoNotContact(api.sql, street.streetId, must(quiet, 'a door').id);
    expect(await opened(office, '普访三', 'coverage')).toMatchObject({ assigned: 46 });
    await facts.setOccupancy(api.sql, street.streetId, must(vacant, 'a door').id, 'occupied');
  });
});

describe('a measurement round', () => {
  it('draws the wanted number in each community, shares it out among its teams, and can be drawn again', async () => {
    const round = await opened(district, '测评一', 'measurement');
    expect(round).toMatchObject({ state: 'open', assigned: 20 });
    const params = { areaId: street.streetId, roundId: round.id };
    const draws = await district.call(listDraws, { params });
    expect(draws).toHaveLength(2);
    for (const draw of draws) {
      expect(draw).toMatchObject({ sampleSize: 10, algorithm: 'fractional-systematic/1' });
      expect(draw.inclusionProbability).toBeCloseTo(10 / draw.frameSize, 12);
      const again = await district.call(replayDraw, { params: { ...params, communityId: draw.communityId } });
      expect(again).toEqual({ equal: true, frameHashEqual: true, drawn: 10 });
    }
    const teams = await facts.listTeamsOf(api.sql, street.streetId, round.id);
    expect(teams).toEqual(
      Object.entries(street.communities)
        .map(([key, communityId]) => ({ communityId, teamId: street.teams[key as 'liuyin'], count: 10 }))
        .toSorted((a, b) => (a.communityId < b.communityId ? -1 : 1)),
    );
  });

  it('shows a changed list when its draw is replayed', async () => {
    const round = await opened(district, '测评二', 'measurement');
    await facts.swapHousehold(api.sql, street.streetId, round.id, street.communities.liuyin);
    const params = { areaId: street.streetId, roundId: round.id, communityId: street.communities.liuyin };
    expect(await district.call(replayDraw, { params })).toMatchObject({ equal: false, frameHashEqual: true });
  });

  it('replays no draw of an algorithm it does not know: today’s rule would call the list changed', async () => {
    const round = await opened(district, '测评旧', 'measurement');
    const params = { areaId: street.streetId, roundId: round.id, communityId: street.communities.liuyin };
    for (const algorithm of ['fractional-systematic/0', 'toString']) {
      await facts.setDrawAlgorithm(api.sql, street.streetId, round.id, algorithm);
      await expect(district.call(replayDraw, { params })).rejects.toMatchObject({
        code: 'drawAlgorithmUnknown',
        details: { algorithm },
      });
    }
  });

  it('refuses a sample larger than its frame, and stays a draft', async () => {
    const params = { areaId: street.streetId };
    const body = {
      ...bodyOf('测评三', 'measurement'),
      scope: { communityIds: [street.communities.liuyin], sampleSizes: { [street.communities.liuyin]: 25 } },
      teamIds: [street.teams.liuyin],
    };
    const { id } = await district.call(createRound, { params, body });
    await expect(district.call(openRound, { params: { ...params, roundId: id } })).rejects.toMatchObject({
      code: 'sampleTooLarge',
      details: { available: 24, wanted: 25 },
    });
    expect(await facts.countFrame(api.sql, street.streetId, id)).toMatchObject([{ count: 0 }]);
  });
});

describe('coverage', () => {
  it('counts settled doors over eligible ones, and a vacant door leaves both', async () => {
    const records = new Records(api, street);
    const [done, refused, empty, away] = street.doors.liuyin;
    await records.push(
      li,
      records.visit(must(done, 'a door')),
      records.visit(must(refused, 'a door'), { outcome: 'refusedHard' }),
      records.visit(must(empty, 'a door'), { outcome: 'vacant' }),
      records.visit(must(away, 'a door'), { outcome: 'notHome' }),
    );
    const params = { areaId: street.streetId, roundId: street.roundId };
    const { rows } = await office.call(readCoverage, { params });
    expect(rows.find((row) => row.id === street.communities.liuyin)).toMatchObject({
      eligible: 23,
      settled: 2,
      attempted: 3,
      responded: 1,
    });
    const own = await community.call(readCoverage, {
      params: { ...params, areaId: street.communities.liuyin },
      query: { by: 'stairwell' },
    });
    expect(own.rows.map((row) => row.eligible)).toEqual([11, 12]);
    expect(own.rows[0]).toMatchObject({ teamId: street.teams.liuyin, name: '柳苑 1栋 1单元' });
  });

  it('shows a building head their own stairwells only', async () => {
    const head = street.people.head;
    const params = { areaId: street.communities.liuyin, roundId: street.roundId };
    expect((await head.call(readCoverage, { params, query: { by: 'stairwell' } })).rows).toEqual([]);
    await facts.appointSteward(
      api.sql,
      street.streetId,
      head.id,
      must(street.doors.liuyin[0], 'a door').stairwellId,
    );
    expect((await head.call(readCoverage, { params, query: { by: 'stairwell' } })).rows).toHaveLength(1);
  });
});

describe('giving stairwells to another team', () => {
  it('moves their doors and tells both teams', async () => {
    const { stairwellId } = must(street.doors.nanqiao[0], 'a door');
    const sun = await api.tablet(street.people.sun);
    const { cursor } = await sun.call(pull, { query: { streetId: street.streetId } });
    const params = { areaId: street.streetId, roundId: street.roundId };
    const body = { stairwellIds: [stairwellId], teamId: street.teams.liuyin };
    expect(await office.call(assignStairwells, { params, body })).toEqual({ changed: 12 });
    expect(await office.call(assignStairwells, { params, body })).toEqual({ changed: 0 });
    const { assignments } = await sun.call(pull, { query: { streetId: street.streetId, since: cursor } });
    expect(assignments.filter((one) => one.gone)).toHaveLength(12);
  });
});

describe('closing a round', () => {
  it('opens the sealed remainder, settles what was visited, and takes nothing more', async () => {
    const records = new Records(api, street);
    const sealed = await Promise.all(
      [1, 2, 3].map(async () => {
        const response = records.anonymous(street.communities.liuyin);
        return {
          id: response.id,
          roundId: street.roundId,
          box: await sealJson(api.deps.keys.sealing.publicKey, response),
        };
      }),
    );
    const { results } = await li.call(pushSealed, { body: { streetId: street.streetId, sealed } });
    expect(results.map((one) => one.result)).toEqual(['accepted', 'accepted', 'accepted']);
    const again = await li.call(pushSealed, { body: { streetId: street.streetId, sealed } });
    expect(again.results.map((one) => one.result)).toEqual([
      'alreadyAccepted',
      'alreadyAccepted',
      'alreadyAccepted',
    ]);
    expect(await facts.countAnonymous(api.sql, street.streetId, street.roundId)).toMatchObject([
      { count: 0 },
    ]);
    const params = { areaId: street.streetId, roundId: street.roundId };
    expect(await district.call(closeRound, { params })).toMatchObject({ state: 'closed' });
    expect(await facts.countAnonymous(api.sql, street.streetId, street.roundId)).toMatchObject([
      { count: 3 },
    ]);
    expect(await facts.countUnsettledVisited(api.sql, street.streetId, street.roundId)).toMatchObject([
      { count: 0 },
    ]);
    const [late] = await records.push(li, records.visit(must(street.doors.liuyin[9], 'a door')));
    expect(late).toMatchObject({ result: 'rejected', code: 'roundNotOpen' });
    await expect(district.call(closeRound, { params })).rejects.toMatchObject({ code: 'roundStateWrong' });
    const closed = { code: 'roundStateWrong', details: { state: 'closed' } };
    await expect(district.call(deleteRound, { params })).rejects.toMatchObject(closed);
    const body = bodyOf('又一轮', 'measurement');
    await expect(district.call(changeRound, { params, body })).rejects.toMatchObject(closed);
  });

  it('takes no team that was disbanded, and says that this is why', async () => {
    const body = bodyOf('无组', 'coverage');
    await api.sql`update team set disbanded_at = now() where id = any(${api.sql.array(body.teamIds)}::uuid[])`;
    const params = { areaId: street.streetId };
    await expect(office.call(createRound, { params, body })).rejects.toMatchObject({
      code: 'roundTeamUnusable',
    });
  });
});
