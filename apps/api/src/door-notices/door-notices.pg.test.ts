import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { appointSteward, makePlan, newId, printDoorNotices, Problem } from '@huhudao/protocol';
import { readPdf } from '../documents/read-pdf.testing.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let wang: TestPerson;
let roundId: string, stairwellId: string, liuyin: string;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  ({ liuyin } = street.communities);
  wang = await api.person('wang', ['communityOffice', liuyin]);
  roundId = await street.openRound('十一月普访', 'coverage');
  stairwellId = must(street.doors.liuyin[0], 'a door').stairwellId;
});
afterAll(() => api.stop());

type Query = { each?: 'door' | 'stairwell'; paper?: 'a4' | 'a5' };
const print = (placeId: string, query: Query = {}, by = wang, areaId = liuyin, round = roundId) =>
  by.call(printDoorNotices, { params: { areaId, roundId: round, placeId }, query });
const pagesOf = async (...asked: Parameters<typeof print>) =>
  (await readPdf((await print(...asked)).bytes)).pages;
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

describe('notices of a visit', () => {
  it('are a sheet for every door that is left, from the top floor down, with its plan, team and building head', async () => {
    const { head, li, zhao } = street.people;
    const body = {
      personId: head.id,
      level: 'stairwell' as const,
      unitIds: [stairwellId],
      startsOn: '2026-11-01',
    };
    await wang.call(appointSteward, { params: { areaId: liuyin }, body });
    const plan = {
      stairwellId,
      teamId: street.teams.liuyin,
      day: '2026-11-12',
      from: '18:30',
      until: '20:30',
    };
    const made = await zhao.call(makePlan, { params: { areaId: liuyin, roundId }, body: plan });
    const done = must(street.doors.liuyin[11], 'a door on the top floor');
    const records = new Records(api, street);
    await records.push(await api.tablet(li), records.visit(done, { roundId }));
    const pages = await pagesOf(stairwellId);
    expect(pages).toHaveLength(11);
    expect(pages[0]?.text).toContain('柳苑 1栋 1单元 601');
    for (const { text } of pages) {
      expect(text).not.toContain('602');
      for (const said of ['11月12日 周四', '18:30–20:30', '柳荫一组', 'zhao', 'head'])
        expect(text).toContain(said);
      // Neither who lives there nor who else is in the team.
      expect(text).not.toContain('li ');
    }
    expect((await print(made.id)).name).toBe('告知单 柳苑 1栋 1单元 A5.pdf');
    const [poster, ...more] = await pagesOf(stairwellId, { each: 'stairwell', paper: 'a4' });
    expect(more).toEqual([]);
    expect(poster?.text).not.toContain('扫码');
  });

  it('are printed by the offices of the place, for its own rounds and doors', async () => {
    await print(stairwellId, {}, street.people.office, street.streetId);
    const qian = await api.person('qian', ['communityOffice', street.communities.nanqiao]);
    const elsewhere = must(street.doors.nanqiao[0], 'a door').stairwellId;
    const refused: Parameters<typeof print>[] = [
      [stairwellId, {}, qian],
      [stairwellId, {}, qian, street.communities.nanqiao],
      [stairwellId, {}, street.people.zhao],
      [stairwellId, {}, street.people.head],
      [elsewhere],
      [newId()],
      [stairwellId, {}, wang, liuyin, newId()],
    ];
    for (const asked of refused) expect(await codeOf(print(...asked))).toBe('notFound');
  });
});
