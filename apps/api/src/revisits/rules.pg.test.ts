import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type RevisitReason } from '@huhudao/domain';
import { changeRule, listRules, newId, previewRule } from '@huhudao/protocol';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { ensureBuiltInRules } from './built-in-rules.ts';
import * as facts from './revisits.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;
let tang: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  await ensureBuiltInRules(api.deps);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  tang = await api.person('tang', ['districtOffice', street.districtId]);
});
afterAll(() => api.stop());

const terms = { effectiveFrom: '2026-11-01', effectiveUntil: null, priority: 2, dueDays: 14 };

async function ruleOf(reason: RevisitReason) {
  const rules = await tang.call(listRules, {});
  return must(
    rules.find((rule) => rule.reason === reason),
    reason,
  );
}

async function change(reason: RevisitReason, body: Partial<typeof terms> & { condition: string | null }) {
  const { id } = await ruleOf(reason);
  return tang.call(changeRule, { params: { ruleId: id }, body: { ...terms, ...body } });
}

describe('a rule', () => {
  it('is one of three at the beginning', async () => {
    const rules = await tang.call(listRules, {});
    expect(rules.map((rule) => [rule.reason, rule.version, rule.dueDays])).toEqual([
      ['residentAsked', 1, 7],
      ['lowSatisfaction', 1, 7],
      ['attemptsLeft', 1, 3],
    ]);
  });

  it('says in words what its condition is; what the product decides has none', async () => {
    expect((await ruleOf('lowSatisfaction')).conditionWords).toMatch(/满意.*”答“不太满意”或“不满意”$/);
    expect((await ruleOf('residentAsked')).conditionWords).toBeNull();
  });

  it('changes by a new version, and the old one stays', async () => {
    const condition = "{overallSatisfaction} = 'dissatisfied' and {cleanliness} anyof ['dissatisfied']";
    const changed = await change('lowSatisfaction', { condition });
    expect(changed).toMatchObject({ version: 2, condition, dueDays: 14 });
    expect((await facts.listVersions(api.sql, changed.id)).map((one) => one.version)).toEqual([1, 2]);
    const [door, other] = street.doors.liuyin;
    const dissatisfied = { ...shortAnswers, overallSatisfaction: 'dissatisfied' };
    await records.push(
      li,
      records.response(must(door, 'a door'), { answers: { ...dissatisfied, cleanliness: 'dissatisfied' } }),
      records.response(must(other, 'a door'), { answers: dissatisfied }),
    );
    expect(await facts.listRaised(api.sql, street.streetId, must(door, 'a door').id)).toMatchObject([
      { ruleVersion: 2, dueOn: '2026-11-24' },
    ]);
    expect(await facts.listRaised(api.sql, street.streetId, must(other, 'a door').id)).toEqual([]);
  });

  it.each([
    ["{overallSatisfaction} = 'dissatisfied' and", 'conditionSyntax', 'dissatisfied'],
    ["{favouriteColour} = 'red'", 'conditionUnknownQuestion', 'favouriteColour'],
    ["{overallSatisfaction} = 'furious'", 'conditionUnknownCode', 'furious'],
    ['{overallSatisfaction} > 3', 'conditionWrongOperator', 'overallSatisfaction'],
    ['today() > 3', 'conditionUnsupported', 'today'],
  ])('is refused with the condition %s, saying where it is wrong', async (condition, code, at) => {
    const before = await ruleOf('lowSatisfaction');
    await expect(change('lowSatisfaction', { condition })).rejects.toMatchObject({
      code: 'ruleInvalid',
      details: { code, at: expect.stringContaining(at) },
    });
    expect(await ruleOf('lowSatisfaction')).toEqual(before);
  });

  it('about answers needs a condition, one about attempts has none, and its dates are in order', async () => {
    await expect(change('lowSatisfaction', { condition: null })).rejects.toMatchObject({
      code: 'invalidRequest',
    });
    await expect(
      change('attemptsLeft', { condition: "{overallSatisfaction} = 'dissatisfied'" }),
    ).rejects.toMatchObject({ code: 'invalidRequest' });
    const { id } = await ruleOf('attemptsLeft');
    await expect(
      tang.call(changeRule, {
        params: { ruleId: id },
        body: { ...terms, condition: null, effectiveUntil: '2026-10-31' },
      }),
    ).rejects.toMatchObject({ code: 'invalidRequest' });
    await expect(
      tang.call(changeRule, { params: { ruleId: newId() }, body: { ...terms, condition: null } }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });

  it('that has ended raises nothing more', async () => {
    const { id } = await ruleOf('residentAsked');
    await tang.call(changeRule, {
      params: { ruleId: id },
      body: { ...terms, condition: null, effectiveFrom: '2026-01-01', effectiveUntil: '2026-11-09' },
    });
    const door = must(street.doors.liuyin[2], 'a door');
    const answers = { ...shortAnswers, topicsToFix: ['lift'], wantsContact: true };
    await records.push(li, records.response(door, { answers }));
    expect(await facts.listRaised(api.sql, street.streetId, door.id)).toEqual([]);
  });
});

describe('the preview of a rule', () => {
  const preview = (areaId: string, condition: string, roundId = street.roundId) =>
    tang.call(previewRule, { params: { areaId }, body: { roundId, condition } });

  it('counts named responses of the whole round only, in steps of 5', async () => {
    const dissatisfied = { ...shortAnswers, overallSatisfaction: 'dissatisfied' };
    const doors = street.doors.liuyin.slice(3, 23);
    await records.push(
      li,
      ...doors.map((door, index) =>
        records.response(door, {
          answers: index < 9 ? dissatisfied : shortAnswers,
          identityMode: index === 0 || index >= 15 ? 'confidential' : 'named',
        }),
      ),
    );
    const expected = { flagged: 10, of: 17 };
    const condition = "{overallSatisfaction} = 'dissatisfied'";
    for (const areaId of [street.districtId, street.streetId, street.communities.nanqiao])
      expect(await preview(areaId, condition)).toEqual(expected);
    expect(await preview(street.streetId, `${condition} and {cleanliness} = 'dissatisfied'`)).toEqual({
      flagged: 0,
      of: 17,
    });
  });

  it('refuses a condition the round does not ask, and a round that is not there', async () => {
    await expect(preview(street.streetId, "{sortsWaste} = 'often'")).rejects.toMatchObject({
      code: 'ruleInvalid',
    });
    await expect(preview(street.streetId, '{cleanliness} empty', newId())).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('is not for those who handle revisits', async () => {
    await expect(
      street.people.office.call(previewRule, {
        params: { areaId: street.streetId },
        body: { roundId: street.roundId, condition: '{cleanliness} empty' },
      }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});
