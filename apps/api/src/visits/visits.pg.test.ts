import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { downloadLedger, listVisits, newId, type Mutation } from '@huhudao/protocol';
import { contentHash, visitForm, type Definition } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { parseWorkbook } from '../spreadsheets/hucre.ts';
import { Records } from '../testing/records.ts';
import { insertVersion } from '../testing/rounds.queries.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './visits.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet, sun: TestTablet;
let office: TestPerson, wang: TestPerson;

const door = (index: number): TestDoor => must(street.doors.liuyin[index], 'a door');

/** The built-in form with a field that an office has added. */
const ownForm: Definition = {
  ...visitForm,
  pages: [
    ...visitForm.pages,
    {
      name: 'own',
      elements: [
        {
          type: 'radiogroup',
          name: 'petKept',
          title: { default: '是否养犬', en: 'Dog kept' },
          choices: [
            { value: 'dog', text: { default: '养犬', en: 'Yes' } },
            { value: 'none', text: { default: '不养', en: 'No' } },
          ],
        },
        { type: 'text', name: 'doorPlate', title: { default: '备注', en: 'Remarks on the door' } },
        { type: 'text', name: 'unasked', title: { default: '=1+1', en: 'Never filled in' } },
      ],
    },
  ],
};

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  sun = await api.tablet(street.people.sun);
  office = street.people.office;
  wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
  const hash = contentHash(ownForm);
  await insertVersion(api.sql, {
    questionnaireId: newId(),
    hash,
    kind: 'visitForm',
    title: { default: '街道走访表' },
    definition: ownForm,
    compiled: compile(ownForm, 'visitForm'),
    at: api.clock.now.toISOString(),
  });
  await facts.giveForm(api.sql, street.streetId, street.roundId, hash);
  const write = (one: TestDoor, change: Parameters<Records['visit']>[1]) =>
    records.visit(one, { formHash: hash, ...change });
  const formAnswers = {
    purposeTold: true,
    materials: ['handbook', 'notice'],
    petKept: 'dog',
    note: '=晚上在家',
    doorPlate: '新门牌',
  };
  const first = write(door(0), {
    formAnswers,
    topics: ['lift', 'rubbish'],
    present: ['familyMember'],
    completionMode: 'handedOver',
    companionIds: [street.people.zhao.id],
  });
  const away = write(door(1), { outcome: 'notHome' });
  await records.push(li, first, away);
  await records.push(sun, write(door(0), { outcome: 'visited' }));
  await records.push(li, amendmentOf(away, { outcome: 'noAccess', reason: '门禁进不去' }));
  await facts.insertResident(api.sql, {
    streetId: street.streetId,
    id: newId(),
    householdId: door(1).id,
    name: '张建华',
    initials: 'zjh',
  });
});
afterAll(() => api.stop());

const amendmentOf = (visit: Mutation, change: { outcome: 'noAccess'; reason: string }): Mutation => ({
  id: newId(),
  sequence: 900,
  deviceTime: api.clock.now.toISOString(),
  kind: 'amendVisit',
  payload: { visitId: visit.id, ...change },
});

const list = async (query: Parameters<typeof office.call<typeof listVisits>>[1]['query'] = {}) =>
  office.call(listVisits, { params: { areaId: street.streetId }, query });

async function rowsOf(locale: 'zh-CN' | 'en', roundId?: string) {
  const query = { locale, ...(roundId === undefined ? {} : { roundId }) };
  const file = await office.call(downloadLedger, { params: { areaId: street.streetId }, query });
  const [sheet] = await parseWorkbook(file.bytes, 'Z100');
  return { file, name: sheet?.name, rows: sheet?.rows ?? [], formulas: sheet?.formulas };
}

describe('the visit ledger', () => {
  it('shows what became of one door, and of no other', async () => {
    const { items, total } = await list({ householdId: door(0).id });
    expect(total).toBe(2);
    expect(items.map((one) => one.outcome).toSorted()).toEqual(['completed', 'visited']);
    expect(await list({ householdId: door(2).id })).toEqual({ total: 0, items: [] });
  });

  it('shows each visit with its form in words, and fields an office added', async () => {
    const { items, total } = await list();
    expect(total).toBe(3);
    const visit = must(
      items.find((one) => one.outcome === 'completed'),
      'the visit',
    );
    expect(visit).toMatchObject({
      roundName: '十一月测评',
      address: '柳苑 1栋 1单元 101',
      communityName: '柳荫社区',
      visitedOn: '2026-11-10',
      teamName: '柳荫一组',
      personName: 'li',
      companionNames: ['zhao'],
      present: ['familyMember'],
      topics: ['lift', 'rubbish'],
      completionMode: 'handedOver',
    });
    expect(visit.form).toEqual([
      { name: 'purposeTold', title: '已向居民说明来意？', value: '已说明', raw: true },
      { name: 'materials', title: '发放的材料', value: '居民手册、告知单', raw: ['handbook', 'notice'] },
      { name: 'note', title: '备注', value: '=晚上在家', raw: '=晚上在家' },
      { name: 'petKept', title: '是否养犬', value: '养犬', raw: 'dog' },
      { name: 'doorPlate', title: '备注', value: '新门牌', raw: '新门牌' },
    ]);
  });

  it('shows a corrected visit as it stands, with who corrected it and why', async () => {
    const { items } = await list({ outcome: 'noAccess' });
    expect(items).toMatchObject([
      { outcome: 'noAccess', amendments: [{ personName: 'li', reason: '门禁进不去' }] },
    ]);
    expect(await list({ outcome: 'notHome' })).toMatchObject({ total: 0, items: [] });
  });

  it('marks visits of two teams at one door on one day', async () => {
    expect((await list()).items.filter((one) => one.parallel).map((one) => one.personName)).toEqual(['sun']);
  });

  it('is filtered by round and day, and searched by address, visitor, resident and initials', async () => {
    const total = async (query: Parameters<typeof list>[0]) => (await list(query)).total;
    expect(await total({ roundId: street.roundId })).toBe(3);
    expect(await total({ roundId: newId() })).toBe(0);
    expect(await total({ from: '2026-11-10', until: '2026-11-10' })).toBe(3);
    expect(await total({ from: '2026-11-11' })).toBe(0);
    expect(await total({ until: '2026-11-09' })).toBe(0);
    expect(await total({ search: 'zjh' })).toBe(1);
    expect(await total({ search: '１单元 101' })).toBe(2);
    expect(await total({ search: '柳荫 sun' })).toBe(1);
    expect(await total({ search: '石榴' })).toBe(0);
    expect((await list({ limit: 1, offset: 1 })).items).toHaveLength(1);
  });

  it('is a community’s own, and hides an assessor’s round until it is released', async () => {
    expect((await wang.call(listVisits, { params: { areaId: street.communities.liuyin } })).total).toBe(3);
    await expect(
      wang.call(listVisits, { params: { areaId: street.communities.nanqiao } }),
    ).rejects.toMatchObject({ code: 'notFound' });
    expect((await office.call(listVisits, { params: { areaId: street.communities.nanqiao } })).total).toBe(0);
    const roundId = await street.openRound('第三方测评');
    const feng = await api.person('feng', ['assessor', street.streetId]);
    await facts.giveToAssessor(api.sql, street.streetId, roundId, feng.id);
    await records.push(li, records.visit(door(3), { roundId }));
    expect((await list()).total).toBe(3);
  });
});

describe('the ledger as a workbook', () => {
  it('is in the layout offices file, oldest first, with nothing that a spreadsheet would run', async () => {
    const { file, name, rows, formulas } = await rowsOf('zh-CN');
    expect(file.name).toBe('走访情况台账-云溪街道-2026-11-10.xlsx');
    expect(name).toBe('走访情况台账');
    expect(rows[0]).toEqual([
      '序号',
      '走访日期',
      '走访时间',
      '走访轮次',
      '社区',
      '住址',
      '走访小组',
      '走访人',
      '同行人员',
      '在场人员',
      '走访结果',
      '答卷方式',
      '居民同意转告的事项',
      '已向居民说明来意？',
      '发放的材料',
      '备注 (note)',
      '是否养犬',
      '备注 (doorPlate)',
      "'=1+1",
      '说明',
    ]);
    expect(formulas).toEqual([]);
    const completed = must(
      rows.find((row) => row.includes('已走访并答卷')),
      'the row of a completed visit',
    );
    expect(completed.slice(2)).toEqual([
      '10:00',
      '十一月测评',
      '柳荫社区',
      '柳苑 1栋 1单元 101',
      '柳荫一组',
      'li',
      'zhao',
      '家人',
      '已走访并答卷',
      '居民自己填写',
      '电梯、垃圾清运',
      '已说明',
      '居民手册、告知单',
      "'=晚上在家",
      '养犬',
      '新门牌',
      null,
      null,
    ]);
    expect(rows.find((row) => row.includes('进不了楼'))?.at(-1)).toBe('li更正：门禁进不去');
    expect(rows.slice(1).map((row) => row[0])).toEqual([1, 2, 3]);
  });

  it('of a round that nobody was visited in has the columns of its form already', async () => {
    const roundId = await street.openRound('未开始');
    const { rows } = await rowsOf('zh-CN', roundId);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('发放的材料');
    expect(rows[0]).not.toContain('是否养犬');
  });

  it('speaks English to those who ask for it', async () => {
    const { file, rows } = await rowsOf('en');
    expect(file.name).toMatch(/^visit-ledger-/);
    expect(rows[0]).toContain('Topics to pass on');
    expect(rows[0]).toContain('Dog kept');
    expect(rows.flat()).toContain('Residents’ handbook, Notice');
    expect(rows.flat()).toContain('Visited, answered');
  });
});
