/** A round narrowed to grids, buildings and stairwells has precisely their doors, from the first count to the tablet. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  allocateSample,
  changeRound,
  countPlaces,
  createRound,
  findPlaces,
  listPlaces,
  newId,
  openRound,
  pull,
  readCoverage,
  readRates,
  readRound,
  type ChosenPlaces,
} from '@huhudao/protocol';
import { setGrid } from '../testing/world.queries.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { listFrame } from './frame.queries.ts';
import { buildNarrowedStreet, type NarrowedStreet } from './narrowed-street.testing.ts';
import * as facts from './places.facts.queries.ts';

let api: TestApi;
let street: NarrowedStreet;
let office: TestPerson, district: TestPerson, community: TestPerson;
let doors: facts.DoorPlace[];

beforeAll(async () => {
  api = await startTestApi();
  street = await buildNarrowedStreet(api);
  office = street.people.office;
  district = await api.person('district', ['districtOffice', street.districtId]);
  community = await api.person('community', ['communityOffice', street.communities.liuyin]);
  doors = await facts.listDoorPlaces(api.sql, street.streetId);
});
afterAll(() => api.stop());

type Scope = ChosenPlaces & { sampleSizes?: Record<string, number> };

const inStreet = () => ({ areaId: street.streetId });
const inLiuyin = (door: facts.DoorPlace): boolean => door.communityId === street.communities.liuyin;

/** The rule in its plainest form: a door is in when its community is whole, or something it lies in was chosen there. */
function isIn(door: facts.DoorPlace, { communityIds, parts = {} }: ChosenPlaces): boolean {
  if (!communityIds.includes(door.communityId)) return false;
  const chosen = parts[door.communityId];
  const own = [door.gridId, door.buildingId, door.stairwellId];
  return chosen === undefined || chosen.some((id) => own.includes(id));
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).toSorted();
const naive = (places: ChosenPlaces): facts.DoorPlace[] => doors.filter((door) => isIn(door, places));
const visited = (places: ChosenPlaces): string[] =>
  idsOf(naive(places).filter(({ occupancy }) => occupancy === 'occupied'));

function bodyOf(name: string, purpose: 'coverage' | 'measurement', scope: Scope) {
  return {
    ...{ name, purpose, scope, startsOn: '2026-11-10', deadline: '2026-11-30' },
    questionnaireHash: purpose === 'measurement' ? street.hashes.questionnaire : null,
    visitFormHash: street.hashes.visitForm,
    statement: '我们是社区的，来听听您的意见。',
    materials: [],
    teamIds: (['liuyin', 'nanqiao'] as const)
      .filter((name) => scope.communityIds.includes(street.communities[name]))
      .map((name) => street.teams[name]),
  };
}

/** Two stairwells of different buildings, a building of another grid, and the other community as a whole. */
function mixed(): ChosenPlaces {
  const { liuyin, nanqiao } = street.communities;
  const first = must(doors.find(inLiuyin), 'a door');
  const other = must(
    doors.find((door) => inLiuyin(door) && door.buildingId !== first.buildingId),
    'a door of another building',
  );
  const loose = must(
    doors.find((door) => inLiuyin(door) && door.gridId === null),
    'a door in no grid',
  );
  const parts = { [liuyin]: [first.stairwellId, other.stairwellId, loose.buildingId] };
  return { communityIds: [liuyin, nanqiao], parts };
}

describe('the doors of a scope', () => {
  it('are those a plain filter finds, whatever is chosen', async () => {
    const placesOf = (communityId: string): string[] => {
      const within = doors.filter((door) => door.communityId === communityId);
      const ids = within.flatMap(({ gridId, buildingId, stairwellId }) => [gridId, buildingId, stairwellId]);
      return [...new Set(ids)].filter((id) => id !== null);
    };
    const all = Object.values(street.communities);
    // Of each community: nothing, the whole, or some of its places; and now and then one that lies elsewhere.
    const choices = all.map((communityId) =>
      fc.option(
        fc.record({
          communityId: fc.constant(communityId),
          ids: fc.option(
            fc.uniqueArray(fc.constantFrom(...placesOf(communityId), ...all.flatMap(placesOf)), {
              minLength: 1,
            }),
          ),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(...choices), async (chosen) => {
        const there = chosen.filter((one) => one !== null);
        const parts = Object.fromEntries(
          there.flatMap(({ communityId, ids }) => (ids === null ? [] : [[communityId, ids] as const])),
        );
        const places = { communityIds: there.map(({ communityId }) => communityId), parts };
        const frame = await listFrame(api.sql, street.streetId, places);
        expect(frame.map(({ householdId }) => householdId).toSorted()).toEqual(visited(places));
        if (there.length === 0) return;
        const counts = await office.call(countPlaces, { params: inStreet(), body: places });
        for (const { communityId, ...count } of counts) {
          const within = naive(places).filter((door) => door.communityId === communityId);
          const visitable = within.filter(({ occupancy }) => occupancy === 'occupied').length;
          expect(count).toMatchObject({ households: within.length, visitable });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are what opens, what teams get, what coverage counts, and what the round remembers', async () => {
    const scope = mixed();
    const draft = await office.call(createRound, {
      params: inStreet(),
      body: bodyOf('三处', 'coverage', scope),
    });
    expect(draft.scope).toEqual(scope);
    const one = { ...inStreet(), roundId: draft.id };
    expect(await office.call(openRound, { params: one })).toMatchObject({ assigned: visited(scope).length });
    const assigned = await facts.listAssigned(api.sql, street.streetId, draft.id);
    expect(assigned.map(({ householdId }) => householdId).toSorted()).toEqual(visited(scope));
    const { rows } = await office.call(readCoverage, { params: one, query: { by: 'stairwell' } });
    const stairwells = new Set(naive(scope).map(({ stairwellId }) => stairwellId));
    expect(
      rows
        .filter(({ eligible }) => eligible > 0)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...stairwells].toSorted());
    const li = await api.tablet(street.people.li);
    const { assignments } = await li.call(pull, { query: { streetId: street.streetId } });
    const told = assignments.filter(({ roundId }) => roundId === draft.id);
    const own = naive(scope).filter((door) => inLiuyin(door) && door.occupancy === 'occupied');
    expect(told.map(({ householdId }) => householdId).toSorted()).toEqual(idsOf(own));
  });

  it('are what a sample is shared out for and drawn from', async () => {
    const { liuyin } = street.communities;
    const scope = { communityIds: [liuyin], parts: { [liuyin]: [must(street.grids[1], 'a grid')] } };
    const size = visited(scope).length;
    const shared = await district.call(allocateSample, {
      params: inStreet(),
      body: {
        ...scope,
        method: { kind: 'proportional', total: 5 },
        expectedResponse: 0.9,
        expectedEligibility: 1,
        published: false,
      },
    });
    expect(shared.communities).toMatchObject([{ communityId: liuyin, frameSize: size }]);
    const body = bodyOf('三处测评', 'measurement', { ...scope, sampleSizes: { [liuyin]: 5 } });
    const { id } = await district.call(createRound, { params: inStreet(), body });
    await district.call(openRound, { params: { ...inStreet(), roundId: id } });
    const framed = await facts.listFramed(api.sql, street.streetId, id);
    expect(framed.map(({ householdId }) => householdId).toSorted()).toEqual(visited(scope));
    const drawn = await facts.listAssigned(api.sql, street.streetId, id);
    expect(drawn).toHaveLength(5);
    expect(drawn.every(({ householdId }) => visited(scope).includes(householdId))).toBe(true);
  });
});

describe('a round that asks', () => {
  it('takes whole grids at least: of fewer doors, an answer could be told apart', async () => {
    const body = { ...bodyOf('问三处', 'coverage', mixed()), questionnaireHash: street.hashes.questionnaire };
    const below = { code: 'askedBelowGrid' };
    await expect(office.call(createRound, { params: inStreet(), body })).rejects.toMatchObject(below);
    const { liuyin } = street.communities;
    const scope = { communityIds: [liuyin], parts: { [liuyin]: [...street.grids] } };
    const asked = { ...body, scope, teamIds: [street.teams.liuyin] };
    const { id } = await office.call(createRound, { params: inStreet(), body: asked });
    await office.call(openRound, { params: { ...inStreet(), roundId: id } });
    const query = { purpose: 'coverage' as const, roundId: id };
    const { round } = await office.call(readRates, { params: inStreet(), query });
    expect(round?.partlyIds).toEqual([liuyin]);
    const params = { areaId: street.communities.nanqiao };
    const { rounds } = await office.call(readRates, { params, query: { purpose: 'coverage' } });
    expect(rounds.every(({ partlyIds }) => partlyIds.length === 0)).toBe(true);
  });
});

describe('the places to choose from', () => {
  it('are told with their grid and households, and found by any part of their name', async () => {
    const { liuyin, nanqiao } = street.communities;
    const places = await office.call(listPlaces, { params: { areaId: liuyin } });
    const told = places.flatMap(({ gridName, name, stairwells }) => [
      [gridName, name, stairwells.map(({ households }) => households)],
    ]);
    expect(told).toEqual([
      ['第一网格', '柳苑 1栋', [12, 12]],
      ['第二网格', '桥东里 1栋', [5, 5]],
      ['第二网格', '桥东里 2栋', [5]],
      [null, '桥东里 3栋', [5, 5, 5]],
    ]);
    const find = async (text: string) =>
      (await office.call(findPlaces, { params: inStreet(), query: { text } })).communityIds;
    expect(await find('桥东里3栋 2')).toEqual([liuyin]);
    expect(await find('第二网格')).toEqual([liuyin]);
    expect(await find('南苑')).toEqual([nanqiao]);
    expect(await find('%')).toEqual([]);
  });

  it('are nobody’s who prepares no rounds, and no other street’s', async () => {
    const params = { areaId: street.communities.liuyin };
    const elsewhere = await api.area('street', '远山街道', street.districtId);
    const foreign = await api.area('community', '远山社区', elsewhere);
    for (const person of [community, street.people.zhao, street.people.head])
      await expect(person.call(listPlaces, { params })).rejects.toMatchObject({ code: 'notFound' });
    const counting = office.call(countPlaces, { params: inStreet(), body: { communityIds: [foreign] } });
    await expect(counting).rejects.toMatchObject({ code: 'notFound' });
  });

  it('a community sees of a round’s places those in it', async () => {
    const { liuyin, nanqiao } = street.communities;
    const [stairwellId] = doors.filter((door) => !inLiuyin(door)).map((door) => door.stairwellId);
    const parts = { ...mixed().parts, [nanqiao]: [must(stairwellId, 'a stairwell')] };
    const body = bodyOf('两社区', 'coverage', { communityIds: [liuyin, nanqiao], parts });
    const { id } = await office.call(createRound, { params: inStreet(), body });
    const { scope } = await community.call(readRound, { params: { areaId: liuyin, roundId: id } });
    expect(scope).toEqual({ communityIds: [liuyin], parts: { [liuyin]: parts[liuyin] } });
  });
});

describe('what becomes of places', () => {
  it('that are renamed, or come to a building: the round follows until it opens, and not any more', async () => {
    const { liuyin } = street.communities;
    const [grid] = street.grids;
    const scope = { communityIds: [liuyin], parts: { [liuyin]: [must(grid, 'a grid')] } };
    const count = async () => {
      const [counted] = await office.call(countPlaces, { params: inStreet(), body: scope });
      return must(counted, 'the community').households;
    };
    expect(await count()).toBe(24);
    const loose = must(
      doors.find((door) => inLiuyin(door) && door.gridId === null),
      'a door in no grid',
    );
    await facts.renameBuilding(api.sql, street.streetId, loose.buildingId, '9栋');
    await setGrid(api.sql, street.streetId, loose.buildingId, grid);
    expect(await count()).toBe(39);
    const body = bodyOf('随网格', 'coverage', scope);
    const { id } = await office.call(createRound, { params: inStreet(), body });
    const params = { ...inStreet(), roundId: id };
    const { assigned } = await office.call(openRound, { params });
    await setGrid(api.sql, street.streetId, loose.buildingId);
    expect(await office.call(readRound, { params })).toMatchObject({ assigned });
    expect(await count()).toBe(24);
  });

  it('that are no more: they are named, and a draft with them is neither saved nor opened', async () => {
    const { liuyin } = street.communities;
    const [kept, lost] = [
      ...new Set(doors.filter((door) => door.gridId === street.grids[1]).map((door) => door.stairwellId)),
    ];
    const parts = { [liuyin]: [must(kept, 'a stairwell'), must(lost, 'another')] };
    const scope = { communityIds: [liuyin], parts };
    const body = bodyOf('拆了一半', 'coverage', scope);
    const { id } = await office.call(createRound, { params: inStreet(), body });
    await facts.removeStairwell(api.sql, street.streetId, must(lost, 'a stairwell'));
    const [counted] = await office.call(countPlaces, { params: inStreet(), body: scope });
    expect(counted).toMatchObject({ households: 5, goneIds: [lost] });
    const gone = { code: 'placesGone', details: { count: 1 } };
    const params = { ...inStreet(), roundId: id };
    await expect(office.call(openRound, { params })).rejects.toMatchObject(gone);
    await expect(office.call(changeRound, { params, body })).rejects.toMatchObject(gone);
    const elsewhere = bodyOf('别处', 'coverage', { ...scope, parts: { [liuyin]: [newId()] } });
    await expect(office.call(createRound, { params: inStreet(), body: elsewhere })).rejects.toMatchObject(
      gone,
    );
    const healed = { ...scope, parts: { [liuyin]: [must(kept, 'a stairwell')] } };
    await office.call(changeRound, { params, body: bodyOf('拆了一半', 'coverage', healed) });
    expect(await office.call(openRound, { params })).toMatchObject({ assigned: 4 });
  });

  it('of a community that was not chosen: refused before anything is asked', async () => {
    const { liuyin, nanqiao } = street.communities;
    const body = { communityIds: [liuyin], parts: { [nanqiao]: [newId()] } };
    const counting = office.call(countPlaces, { params: inStreet(), body });
    await expect(counting).rejects.toMatchObject({ code: 'invalidRequest' });
  });
});
