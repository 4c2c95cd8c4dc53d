import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  listProgressSheets,
  makePlan,
  printProgressSheets,
  Problem,
  submitProgressSheet,
  withdrawProgressSheet,
} from '@huhudao/protocol';
import { readPdf } from '../documents/read-pdf.testing.ts';
import { parseWorkbook } from '../spreadsheets/hucre.ts';
import { listAudit } from '../sync/push.facts.queries.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let li: TestTablet;
let records: Records;
let wang: TestPerson, qian: TestPerson;
let roundId: string;
let rounds = 0;

/** Named by the day on which the tests begin: an hour before the cut-off. */
const week = '2026-11-11';
const wednesdayEvening = '2026-11-11T11:00:00.000Z';

beforeAll(async () => {
  api = await startTestApi(wednesdayEvening);
  street = await buildTestStreet(api);
  li = await api.tablet(street.people.li);
  records = new Records(api, street);
  wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
  qian = await api.person('qian', ['communityOffice', street.communities.nanqiao]);
});
afterAll(() => api.stop());

beforeEach(async () => {
  moveTo(wednesdayEvening);
  rounds += 1;
  roundId = await street.openRound(`第${rounds}轮`, 'coverage');
});

const moveTo = (instant: string) => {
  api.clock.now = new Date(instant);
};
const liuyin = () => ({ areaId: street.communities.liuyin });
const wholeStreet = () => ({ areaId: street.streetId });
const door = (index: number): TestDoor => must(street.doors.liuyin[index], 'a door');
const said = { progress: '走访了两户。', next: '继续走访。' };
const submit = (correction?: string, by = wang, params = liuyin()) =>
  by.call(submitProgressSheet, {
    params,
    body: { week, roundId, ...said, ...(correction === undefined ? {} : { correction }) },
  });
const withdraw = (correction = '数字有误') =>
  wang.call(withdrawProgressSheet, { params: liuyin(), body: { week, roundId, correction } });
const read = async (by: TestPerson, params: { areaId: string }, of = week) =>
  (await by.call(listProgressSheets, { params, query: { week: of } })).sheets.filter(
    (sheet) => sheet.roundId === roundId,
  );
const sheetOf = async () => must((await read(wang, liuyin()))[0], 'the sheet of the community');
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

describe('a weekly progress sheet', () => {
  it('is filled with counts from cut-off to cut-off, of its community and round alone', async () => {
    const appointment = { day: '2026-11-13', from: '19:00', until: '20:00' };
    await records.push(
      li,
      records.visit(door(0), { roundId, outcome: 'completed' }),
      records.visit(door(1), { roundId, outcome: 'notHome' }),
      records.visit(door(2), { roundId, outcome: 'appointment', appointment }),
      records.visit(door(3), { roundId, outcome: 'vacant' }),
      records.visit(door(4), { outcome: 'completed' }),
      records.issue(door(0), { roundId }),
    );
    const plan = { stairwellId: door(0).stairwellId, teamId: street.teams.liuyin, day: '2026-11-14' };
    const body = { ...plan, from: '09:00', until: '10:00' };
    await street.people.zhao.call(makePlan, { params: { ...liuyin(), roundId }, body });
    expect(await sheetOf()).toMatchObject({
      communityName: '柳荫社区',
      state: 'open',
      text: null,
      figures: { visits: 4, doorsReached: 3, settled: 1, eligible: 23, appointments: 1, plans: 1, issuesReported: 1, issuesClosed: 0 }, // prettier-ignore
    });
    const all = await read(street.people.office, wholeStreet());
    const other = all.find(({ communityName }) => communityName === '南桥社区');
    expect(other?.figures).toMatchObject({ visits: 0, settled: 0, eligible: 24 });
    // After the cut-off it is next week’s.
    moveTo('2026-11-11T12:30:00.000Z');
    await records.push(li, records.visit(door(5), { roundId }));
    expect((await sheetOf()).figures.visits).toBe(4);
    const [next] = await read(wang, liuyin(), '2026-11-18');
    expect(next?.figures.visits).toBe(1);
  });

  it('keeps its figures as they were when it was handed in', async () => {
    await records.push(li, records.visit(door(6), { roundId }));
    const handedIn = await submit();
    expect(handedIn).toMatchObject({ state: 'submitted', text: said, figures: { visits: 1, settled: 1 } });
    await records.push(li, records.visit(door(7), { roundId }));
    expect(await sheetOf()).toEqual(handedIn);
  });

  it('is corrected with a line that says what, and only so; withdrawn with one that says why', async () => {
    await submit();
    expect(await codeOf(submit())).toBe('correctionMissing');
    await records.push(li, records.visit(door(8), { roundId }));
    expect(await submit('补上周二的走访')).toMatchObject({
      state: 'submitted',
      figures: { visits: 1 },
      corrections: [{ line: '补上周二的走访' }],
    });
    expect(await withdraw()).toMatchObject({ state: 'withdrawn' });
    expect(await codeOf(withdraw())).toBe('sheetNotSubmitted');
    const again = await submit('重新上报');
    expect(again.corrections.map(({ line }) => line)).toEqual(['补上周二的走访', '数字有误', '重新上报']);
    const acts = await listAudit(api.sql, street.streetId, 'progressSheet.submitted');
    expect(acts.filter(({ subject }) => subject['roundId'] === roundId)).toHaveLength(3);
  });

  it('is late where it first comes after Wednesday evening, missing where it does not come', async () => {
    moveTo('2026-11-11T12:00:01.000Z');
    expect(await sheetOf()).toMatchObject({ state: 'missing' });
    expect(await submit()).toMatchObject({ state: 'late' });
    const early = { week: '2026-11-18', roundId, ...said };
    const asked = wang.call(submitProgressSheet, { params: liuyin(), body: early });
    expect(await codeOf(asked)).toBe('weekNotBegun');
  });

  it('is rolled up by the street into one file, as PDF and as a workbook, with who is missing', async () => {
    await submit();
    moveTo('2026-11-11T12:30:00.000Z');
    const file = (format: 'pdf' | 'xlsx') =>
      street.people.office.call(printProgressSheets, { params: wholeStreet(), query: { week, format } });
    const pdf = await file('pdf');
    expect(pdf.name).toBe('每周进度表 云溪街道 2026-11-11.pdf');
    const text = (await readPdf(pdf.bytes)).pages.map((page) => page.text).join('');
    for (const words of ['柳荫社区', '走访了两户。', '已上报', '南桥社区', '逾期未报'])
      expect(text).toContain(words);
    const workbook = await parseWorkbook((await file('xlsx')).bytes, 'F20');
    const cells = JSON.stringify(workbook);
    for (const words of ['项目名称', '本周进展', '下周安排', '走访了两户。', '逾期未报'])
      expect(cells).toContain(words);
  });

  it('is handed in by its community, read by it and its street, and by nobody else', async () => {
    expect(await codeOf(submit(undefined, qian))).toBe('notFound');
    expect(await codeOf(submit(undefined, street.people.office))).toBe('notFound');
    expect(await codeOf(read(qian, liuyin()))).toBe('notFound');
    expect(await codeOf(read(street.people.zhao, liuyin()))).toBe('notFound');
    expect((await read(qian, { areaId: street.communities.nanqiao })).map(({ communityName }) => communityName)).toEqual(['南桥社区']); // prettier-ignore
  });
});
