/** One draw per street under one seed: the design is the district's, the teams are the street's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  changeRound,
  createProgramme,
  deleteRound,
  listDraws,
  listProgrammes,
  makeProgrammeRounds,
  newId,
  openRound,
  readRound,
  replayDraw,
  type ProgrammeView,
} from '@huhudao/protocol';
import { drawProgramme } from '@huhudao/statistics';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as rounds from '../testing/rounds.queries.ts';
import * as world from '../testing/world.queries.ts';
import * as frames from './frame.queries.ts';
import * as facts from './rounds.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
/** A second street of the district, with one community of 30 doors and a team. */
let far: { streetId: string; communityId: string; teamId: string; office: TestPerson };
let district: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  district = await api.person('district', ['districtOffice', street.districtId]);
  far = await buildFarStreet();
});
afterAll(() => api.stop());

async function buildFarStreet() {
  const streetId = await api.area('street', '临河街道', street.districtId);
  const communityId = await api.area('community', '临河社区', streetId);
  const office = await api.person('far-office', ['streetOffice', streetId]);
  const leader = await api.person('far-leader', ['teamLeader', communityId]);
  const [compoundId, buildingId, stairwellId, teamId] = [newId(), newId(), newId(), newId()];
  const place = { streetId, communityId };
  await world.insertCompound(api.sql, { ...place, id: compoundId, name: '临河里' });
  await world.insertBuilding(api.sql, { ...place, compoundId, id: buildingId, label: '1栋', position: 1 });
  await world.insertStairwell(api.sql, {
    ...place,
    ...{ buildingId, id: stairwellId, label: '1单元', position: 1 },
  });
  const doors = Array.from({ length: 30 }, (_, index) => ({
    ...{ ...place, stairwellId, id: newId(), floor: index + 1, room: `${index + 1}01`, position: 1 },
    ...{ occupancy: 'occupied', changeNumber: 1 },
  }));
  await world.insertHouseholds(api.sql, doors);
  await rounds.insertTeam(api.sql, { ...place, id: teamId, name: '临河一组', leaderId: leader.id });
  return { ...place, teamId, office };
}

const inDistrict = () => ({ areaId: street.districtId });
const bodyOf = (name: string, over: object = {}) => ({
  name,
  streetIds: [street.streetId, far.streetId],
  size: { of: 'all' as const, doors: 26 },
  questionnaireHash: street.hashes.questionnaire,
  visitFormHash: street.hashes.visitForm,
  startsOn: '2026-11-10',
  deadline: '2026-11-30',
  statement: '我们受创建办委托，想听听您的意见。',
  ...over,
});
const create = (person: TestPerson, name: string, over: object = {}) =>
  person.call(createProgramme, { params: inDistrict(), body: bodyOf(name, over) });

const roundIn = ({ streets }: ProgrammeView, streetId: string) => {
  const one = streets.find((each) => each.streetId === streetId);
  return { areaId: streetId, roundId: must(one?.round, 'the round of the street').id };
};

/** The street says who goes, and the district opens. */
async function openIn(programme: ProgrammeView, office: TestPerson, streetId: string, teamIds: string[]) {
  const params = roundIn(programme, streetId);
  const round = await office.call(readRound, { params });
  const { name, purpose, startsOn, deadline, attemptsWanted, windows, quiet } = round;
  const { questionnaireHash, visitFormHash, statement, materials, scope, assessorId } = round;
  const body = {
    ...{ name, purpose, startsOn, deadline, attemptsWanted, windows, quiet, questionnaireHash },
    ...{ visitFormHash, statement, materials, scope, assessorId, teamIds },
  };
  await office.call(changeRound, { params, body });
  return { body, round: await district.call(openRound, { params }) };
}

describe('a programme', () => {
  it('shares its sample out by households, and each street gets its round as a draft', async () => {
    const programme = await create(district, '年末测评');
    const { liuyin, nanqiao } = street.communities;
    // 48 of 78 doors lie in the first street, 24 in each of its communities.
    expect(programme.streets.map(({ sampleSizes }) => sampleSizes)).toEqual([
      { [liuyin]: 8, [nanqiao]: 8 },
      { [far.communityId]: 10 },
    ]);
    expect(programme.streets.map(({ round }) => round?.state)).toEqual(['draft', 'draft']);
    const params = roundIn(programme, far.streetId);
    expect(await far.office.call(readRound, { params })).toMatchObject({
      name: '年末测评',
      programmeId: programme.id,
      purpose: 'measurement',
      scope: { communityIds: [far.communityId], sampleSizes: { [far.communityId]: 10 } },
    });
    expect(JSON.stringify(programme)).not.toContain('seed');
  });

  it('draws in each street under its one seed; the lists can be drawn again, together and one by one', async () => {
    const programme = await create(district, '两街测评', { size: { of: 'street', doors: 12 } });
    const { office } = street.people;
    await openIn(programme, office, street.streetId, Object.values(street.teams));
    await openIn(programme, far.office, far.streetId, [far.teamId]);
    const [seed] = await facts.findProgrammeSeed(api.sql, programme.id);
    const strata = await Promise.all(
      programme.streets.flatMap(({ streetId, sampleSizes }) =>
        Object.entries(sampleSizes).map(async ([stratum, size]) => {
          const { roundId } = roundIn(programme, streetId);
          const frame = await frames.listFrameEntries(api.sql, streetId, roundId, stratum);
          const design = { kind: 'systematic' as const, size };
          return { street: streetId, stratum, design, frame: frame.map((one) => ({ key: one.householdId })) };
        }),
      ),
    );
    const again = drawProgramme(must(seed, 'the seed').seed, strata.toReversed());
    for (const { streetId, sampleSizes } of programme.streets) {
      const params = roundIn(programme, streetId);
      const drawn = await facts.listDrawn(api.sql, streetId, params.roundId);
      const keys = again
        .filter((one) => one.street === streetId)
        .flatMap(({ elements }) => elements.map(({ key }) => key));
      expect(drawn.map(({ householdId }) => householdId)).toEqual(keys.toSorted());
      expect(drawn).toHaveLength(12);
      for (const communityId of Object.keys(sampleSizes)) {
        const replayed = await district.call(replayDraw, { params: { ...params, communityId } });
        expect(replayed).toMatchObject({ equal: true, frameHashEqual: true });
      }
    }
    const params = roundIn(programme, far.streetId);
    const [draw] = await district.call(listDraws, { params });
    expect(draw?.seed).toContain(must(seed, 'the seed').seed);
    const listed = await district.call(listProgrammes, { params: inDistrict() });
    const one = listed.find(({ id }) => id === programme.id);
    expect(one?.streets.map(({ round }) => round)).toMatchObject([
      { state: 'open', drawn: 12, eligible: 12, settled: 0 },
      { state: 'open', drawn: 12, eligible: 12, settled: 0 },
    ]);
  });

  it('is the same in every street: only the teams are chosen there', async () => {
    const programme = await create(district, '不变的测评');
    const params = roundIn(programme, street.streetId);
    const { body } = await openIn(
      await create(district, '另一个'),
      street.people.office,
      street.streetId,
      Object.values(street.teams),
    );
    const later = { ...body, name: '不变的测评', deadline: '2026-12-15' };
    await expect(district.call(changeRound, { params, body: later })).rejects.toMatchObject({
      code: 'programmeFixed',
    });
    await expect(street.people.office.call(changeRound, { params, body: later })).rejects.toMatchObject({
      code: 'programmeFixed',
    });
  });

  it('makes a round again whose draft was thrown away, and no second one where there is one', async () => {
    const programme = await create(district, '再来一次');
    const gone = roundIn(programme, far.streetId);
    await district.call(deleteRound, { params: gone });
    const params = { ...inDistrict(), programmeId: programme.id };
    const again = await district.call(makeProgrammeRounds, { params });
    expect(roundIn(again, far.streetId).roundId).not.toBe(gone.roundId);
    expect(roundIn(again, street.streetId)).toEqual(roundIn(programme, street.streetId));
    expect(await district.call(makeProgrammeRounds, { params })).toEqual(again);
  });

  it('is the district’s alone, in its own streets, under one name', async () => {
    for (const person of [street.people.office, far.office, street.people.zhao])
      await expect(create(person, '越权')).rejects.toMatchObject({ code: 'notFound' });
    await expect(create(district, '别处', { streetIds: [newId()] })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(create(district, '年末测评')).rejects.toMatchObject({ code: 'roundNameTaken' });
    await expect(create(district, '太大', { size: { of: 'all', doors: 5000 } })).rejects.toMatchObject({
      code: 'allocationImpossible',
    });
    await expect(
      district.call(listProgrammes, { params: { areaId: street.streetId } }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});
