import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArea, listAreas, newId, renameArea } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { addMissingHeads } from './areas.commands.ts';

let api: TestApi;
let district: string, street: string;
let guan: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  district = await api.area('district', '云溪区', null);
  street = await api.area('street', '云溪街道', district);
  guan = await api.person('guan', ['administrator', district]);
});
afterAll(() => api.stop());

const add = (areaId: string, kind: 'street' | 'community' | 'grid', name: string) =>
  guan.call(createArea, { params: { areaId }, body: { kind, name } });

describe('areas', () => {
  it('are added level by level, in the order in which they came', async () => {
    const added = await add(district, 'street', '柳湖街道');
    expect(added).toMatchObject({ kind: 'street', parentId: district, streetId: added.id, position: 1 });
    const community = await add(added.id, 'community', '柳荫社区');
    expect(community).toMatchObject({ parentId: added.id, streetId: added.id, position: 0 });
    const grid = await add(community.id, 'grid', '第一网格');
    expect(grid).toMatchObject({ parentId: community.id, streetId: added.id });
  });

  it('belong below the level above them, nowhere else', async () => {
    await expect(add(district, 'community', '错位社区')).rejects.toMatchObject({ code: 'areaKindWrong' });
    await expect(add(street, 'grid', '错位网格')).rejects.toMatchObject({ code: 'areaKindWrong' });
    await expect(add(street, 'street', '错位街道')).rejects.toMatchObject({ code: 'areaKindWrong' });
  });

  it('of one parent have different names, also when renamed', async () => {
    const first = await add(street, 'community', '南桥社区');
    await expect(add(street, 'community', '南桥社区')).rejects.toMatchObject({ code: 'areaNameTaken' });
    const second = await add(street, 'community', '北桥社区');
    const rename = (name: string) => guan.call(renameArea, { params: { areaId: second.id }, body: { name } });
    await expect(rename(first.name)).rejects.toMatchObject({ code: 'areaNameTaken' });
    await expect(rename('北桥社区')).resolves.toMatchObject({ name: '北桥社区' });
    await expect(rename('东桥社区')).resolves.toMatchObject({ id: second.id, name: '东桥社区' });
  });

  it('that are streets can be written to at once, and an interrupted one is completed at the next start', async () => {
    const added = await add(district, 'street', '石桥街道');
    const heads = () => api.sql`select change_number from street_head where street_id = ${added.id}`;
    expect(await heads()).toEqual([{ changeNumber: 0 }]);
    await api.sql`delete from street_head where street_id = ${added.id}`;
    await addMissingHeads(api.sql);
    expect(await heads()).toEqual([{ changeNumber: 0 }]);
  });

  it('are seen from one’s own down, with the way to them from the top', async () => {
    const community = await add(street, 'community', '西桥社区');
    await add(community.id, 'grid', '第一网格');
    const li = await api.person('li', ['worker', community.id]);
    const seen = await li.call(listAreas, {});
    expect(seen.map((area) => area.name)).toEqual(['云溪区', '云溪街道', '西桥社区', '第一网格']);
    const everything = await guan.call(listAreas, {});
    expect(everything.length).toBeGreaterThan(seen.length);
    expect(everything[0]).toMatchObject({ kind: 'district' });
  });

  it('of another district are not found', async () => {
    const far = await api.area('district', '远山区', null);
    await expect(add(far, 'street', '远山街道')).rejects.toMatchObject({ code: 'notFound' });
    await expect(add(newId(), 'street', '无处街道')).rejects.toMatchObject({ code: 'notFound' });
  });
});
