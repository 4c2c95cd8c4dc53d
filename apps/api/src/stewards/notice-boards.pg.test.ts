import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  appointSteward,
  changeNoticeBoard,
  listBuildings,
  printNoticeBoard,
  printNoticeBoards,
  readNoticeBoard,
  type NoticeBoard,
} from '@huhudao/protocol';
import { readPdf } from '../documents/read-pdf.testing.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let wang: TestPerson;
let liuyin: string, stairwellId: string;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  ({ liuyin } = street.communities);
  wang = await api.person('wang', ['communityOffice', liuyin]);
  stairwellId = must(street.doors.liuyin[0], 'a door').stairwellId;
});
afterAll(() => api.stop());

const params = () => ({ areaId: liuyin });
const print = (by = wang, areaId = liuyin) =>
  by.call(printNoticeBoard, { params: { areaId, stairwellId }, query: { paper: 'a3' } });

describe('a notice board', () => {
  it('has duties for every level in both languages before anybody has written any, and no contact', async () => {
    const { duties, phone } = await wang.call(readNoticeBoard, { params: params() });
    expect(phone).toBe('');
    for (const texts of Object.values(duties)) expect(Object.values(texts).map((text) => text !== '')).toEqual([true, true]); // prettier-ignore
  });

  it('keeps what its community writes, and no other community’s', async () => {
    const before: NoticeBoard = await wang.call(readNoticeBoard, { params: params() });
    const body = { ...before, phone: '0571-5550 0100', duties: { ...before.duties, grid: { 'zh-CN': '每周巡查', en: '' } } }; // prettier-ignore
    await wang.call(changeNoticeBoard, { params: params(), body });
    expect(await wang.call(readNoticeBoard, { params: params() })).toEqual(body);
    const { office } = street.people;
    const elsewhere = { areaId: street.communities.nanqiao };
    expect(await office.call(readNoticeBoard, { params: elsewhere })).toEqual(before);
    await expect(office.call(readNoticeBoard, { params: { areaId: street.streetId } })).rejects.toMatchObject({ code: 'areaKindWrong' }); // prettier-ignore
  });

  it('is printed for every stairwell of a building as one file, within the community', async () => {
    const [building] = await wang.call(listBuildings, { params: params() });
    const buildingId = must(building, 'a building').id;
    const all = (by: TestPerson, areaId: string) =>
      by.call(printNoticeBoards, { params: { areaId, buildingId }, query: {} });
    const file = await all(wang, liuyin);
    expect(file.name).toBe('公示牌 柳苑 1栋 A4.pdf');
    const { pages } = await readPdf(file.bytes);
    expect(pages).toHaveLength(2);
    for (const [index, page] of pages.entries()) expect(page.text).toContain(`${index + 1}单元`);
    const { nanqiao } = street.communities;
    const qian = await api.person('qian', ['communityOffice', nanqiao]);
    await expect(all(qian, nanqiao)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is printed as PDF for the offices of the stairwell’s community, and for nobody else', async () => {
    const body = { personId: street.people.head.id, level: 'stairwell' as const, unitIds: [stairwellId] };
    await wang.call(appointSteward, { params: params(), body: { ...body, startsOn: '2026-11-01' } });
    const file = await print();
    expect(file.type).toBe('application/pdf');
    expect(file.name).toBe('公示牌 柳苑 1栋 1单元 A3.pdf');
    expect(new TextDecoder().decode(file.bytes.slice(0, 5))).toBe('%PDF-');
    await print(street.people.office, street.streetId);
    const qian = await api.person('qian', ['communityOffice', street.communities.nanqiao]);
    for (const by of [qian, street.people.head, street.people.li])
      await expect(print(by)).rejects.toMatchObject({ code: 'notFound' });
    await expect(print(qian, street.communities.nanqiao)).rejects.toMatchObject({ code: 'notFound' });
  });
});
