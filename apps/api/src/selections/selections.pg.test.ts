import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  deleteSelection,
  listSelections,
  newId,
  renameSelection,
  restoreSelection,
  saveSelection,
  type ChosenPlaces,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './selections.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson, colleague: TestPerson, district: TestPerson, both: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  const { streetId, districtId } = street;
  office = street.people.office;
  colleague = await api.person('colleague', ['streetOffice', streetId]);
  district = await api.person('district', ['districtOffice', districtId]);
  both = await api.person('both', ['streetOffice', streetId], ['districtOffice', districtId]);
});
afterAll(() => api.stop());

const inStreet = () => ({ areaId: street.streetId });
const one = (selectionId: string) => ({ ...inStreet(), selectionId });
const stairwellsOf = (name: 'liuyin' | 'nanqiao'): string[] => [
  ...new Set(street.doors[name].map(({ stairwellId }) => stairwellId)),
];

/** One community as a whole, and a stairwell of the other. */
function places(): ChosenPlaces {
  const { liuyin, nanqiao } = street.communities;
  const [stairwell] = stairwellsOf('liuyin');
  return { communityIds: [liuyin, nanqiao], parts: { [liuyin]: [must(stairwell, 'a stairwell')] } };
}

const save = (person: TestPerson, name: string, chosen = places()) =>
  person.call(saveSelection, { params: inStreet(), body: { name, places: chosen } });
const namesFor = async (person: TestPerson): Promise<string[]> =>
  (await person.call(listSelections, { params: inStreet() })).map(({ name }) => name);

describe('a selection', () => {
  it('is kept as it was chosen, for everybody of the office', async () => {
    const saved = await save(office, '老旧小区');
    expect(saved).toMatchObject({ name: '老旧小区', places: places(), gone: 0, savedBy: 'office' });
    expect(await colleague.call(listSelections, { params: inStreet() })).toEqual([saved]);
  });

  it('is not the other office’s: neither its name nor its id tells of it', async () => {
    const ofDistrict = await save(district, '暗访片区');
    expect(await namesFor(office)).toEqual(['老旧小区']);
    expect(await namesFor(district)).toEqual(['暗访片区']);
    expect(await namesFor(both)).toEqual(['暗访片区', '老旧小区']);
    const notFound = { code: 'notFound' };
    const params = one(ofDistrict.id);
    const body = { name: '改名' };
    await expect(office.call(renameSelection, { params, body })).rejects.toMatchObject(notFound);
    await expect(office.call(deleteSelection, { params })).rejects.toMatchObject(notFound);
    await expect(office.call(restoreSelection, { params })).rejects.toMatchObject(notFound);
    expect(await save(office, '暗访片区')).toMatchObject({ name: '暗访片区' });
  });

  it('of somebody in both offices is the district’s: the street is not told of it', async () => {
    await save(both, '两处任职');
    expect(await namesFor(district)).toContain('两处任职');
    expect(await namesFor(office)).not.toContain('两处任职');
  });

  it('has one name in its office, whether new, renamed or restored', async () => {
    const taken = { code: 'selectionNameTaken' };
    await expect(save(colleague, '老旧小区')).rejects.toMatchObject(taken);
    const other = await save(colleague, '新小区');
    const params = one(other.id);
    const rename = (name: string) => office.call(renameSelection, { params, body: { name } });
    await expect(rename('老旧小区')).rejects.toMatchObject(taken);
    expect(await rename('新小区')).toMatchObject({ name: '新小区' });
    expect(await rename('东片')).toMatchObject({ id: other.id, name: '东片' });
    await office.call(deleteSelection, { params });
    expect(await namesFor(office)).not.toContain('东片');
    await expect(office.call(deleteSelection, { params })).rejects.toMatchObject({ code: 'notFound' });
    const usurper = await save(office, '东片');
    await expect(office.call(restoreSelection, { params })).rejects.toMatchObject(taken);
    await office.call(deleteSelection, { params: one(usurper.id) });
    expect(await office.call(restoreSelection, { params })).toMatchObject({ name: '东片', places: places() });
    expect(await namesFor(office)).toContain('东片');
  });

  it('takes only places that there are', async () => {
    const { liuyin } = street.communities;
    const unknown = { communityIds: [liuyin], parts: { [liuyin]: [newId()] } };
    await expect(save(office, '没有的地方', unknown)).rejects.toMatchObject({ code: 'placesGone' });
    const elsewhere = { communityIds: [newId()] };
    await expect(save(office, '没有的社区', elsewhere)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('tells what is no more, and never takes a whole community for a part that is gone', async () => {
    const { liuyin, nanqiao } = street.communities;
    const [first, second] = stairwellsOf('liuyin');
    const [lost] = stairwellsOf('nanqiao');
    const parts = {
      [liuyin]: [must(first, 'a stairwell'), must(second, 'another')],
      [nanqiao]: [must(lost, 'a stairwell')],
    };
    const { id } = await save(office, '会变的', { communityIds: [liuyin, nanqiao], parts });
    await facts.removeStairwells(api.sql, street.streetId, [must(second, 'a stairwell'), must(lost, 'one')]);
    const read = async (selectionId: string) =>
      (await office.call(listSelections, { params: inStreet() })).find((each) => each.id === selectionId);
    expect(await read(id)).toMatchObject({
      places: { communityIds: [liuyin], parts: { [liuyin]: [first] } },
      gone: 2,
    });
    await facts.removeStairwells(api.sql, street.streetId, [must(first, 'a stairwell')]);
    expect(await read(id)).toMatchObject({ places: null, gone: 3 });
  });
});
