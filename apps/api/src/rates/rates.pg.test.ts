import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { readOverview, readRates, readTrend, setTarget, type RateCell } from '@huhudao/protocol';
import { contentHash, shortForm, type Definition } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { newId } from '@huhudao/protocol';
import { insertVersion } from '../testing/rounds.queries.ts';
import type { TestPerson } from '../testing/test-api.ts';
import * as facts from './rates.facts.queries.ts';
import { startRatedStreet, type RatedStreet } from './rated-street.testing.ts';

let rated: RatedStreet;
let tang: TestPerson, office: TestPerson, wang: TestPerson;

beforeAll(async () => {
  rated = await startRatedStreet();
  ({ district: tang, street: office, liuyin: wang } = rated.readers);
  await rated.answer('liuyin', 60, { topicsToFix: ['lift'], wantsContact: false });
  await rated.answer('liuyin', 20, {
    supportsEffort: 'oppose',
    topicsToFix: ['lift', 'dogs'],
    wantsContact: false,
  });
  await rated.answer('nanqiao', 50, {});
  await rated.answer('nanqiao', 20, { supportsEffort: 'indifferent' });
  await rated.answerMixed('nanqiao', 4, { topicsToFix: ['dogs'], wantsContact: false }, 26);
  await rated.release();
});
afterAll(() => rated.api.stop());

const at = (areaId: string) => ({ params: { areaId } });
const areasOf = (cells: readonly RateCell[]) => [...new Set(cells.map((cell) => cell.areaId))].toSorted();

async function giveVersion(roundId: string, definition: Definition): Promise<void> {
  const { api, street } = rated;
  const hash = contentHash(definition);
  const compiled = compile(definition, 'questionnaire');
  const at = api.clock.now.toISOString();
  const row = { questionnaireId: newId(), hash, kind: 'questionnaire', title: { default: '改过的问卷' } };
  await insertVersion(api.sql, { ...row, definition, compiled, at });
  await facts.giveQuestionnaire(api.sql, street.streetId, roundId, hash);
}

/** The short form with one choice less in the item about support. */
function withoutUnsure(): Definition {
  const copy = structuredClone(shortForm);
  for (const page of copy.pages) {
    for (const element of page.elements) {
      if ('choices' in element && element.name === 'supportsEffort')
        Object.assign(element, { choices: element.choices.filter((choice) => choice.value !== 'unsure') });
    }
  }
  return copy;
}

describe('the overview', () => {
  it('names topics of communities where at least 5 households named them, and adds up no others', async () => {
    const { street } = rated;
    const topicsOf = async (person: TestPerson, areaId: string) =>
      (await person.call(readOverview, at(areaId))).topics;
    const shown = [
      { topic: 'lift', households: 80 },
      { topic: 'dogs', households: 20 },
    ];
    expect(await topicsOf(wang, street.communities.liuyin)).toEqual(shown);
    expect(await topicsOf(rated.readers.nanqiao, street.communities.nanqiao)).toEqual([]);
    expect(await topicsOf(office, street.streetId)).toEqual(shown);
    expect(await topicsOf(tang, street.districtId)).toEqual(shown);
  });

  it('counts coverage, visits of this week and the last, and two teams at one door once', async () => {
    const { street, records, tablets, api } = rated;
    const [one, two, three] = street.doors.nanqiao;
    await facts.startRound(api.sql, street.streetId, street.roundId, '2026-10-01');
    api.clock.now = new Date('2026-11-05T02:00:00.000Z');
    await records.push(
      tablets.nanqiao,
      records.visit(must(one, 'a door')),
      records.visit(must(two, 'a door')),
    );
    await records.push(tablets.liuyin, records.visit(must(one, 'a door')));
    api.clock.now = new Date('2026-11-10T02:00:00.000Z');
    await records.push(tablets.nanqiao, records.visit(must(three, 'a door'), { outcome: 'notHome' }));
    const overview = await rated.readers.nanqiao.call(readOverview, at(street.communities.nanqiao));
    expect(overview).toMatchObject({
      visitsThisWeek: 1,
      visitsLastWeek: 2,
      parallelVisits: 1,
      quarantined: 0,
    });
    const round = must(
      overview.coverage.find((row) => row.round.id === street.roundId),
      'the round',
    );
    expect(round.rows).toMatchObject([
      { id: street.communities.nanqiao, eligible: 24, attempted: 3, responded: 2 },
    ]);
  });
});

describe('rates', () => {
  it('are shown to a community of itself, to a street with its communities, to a district of its streets', async () => {
    const { streetId, districtId, communities } = rated.street;
    const all = [streetId, communities.liuyin, communities.nanqiao].toSorted();
    expect(areasOf((await wang.call(readRates, at(communities.liuyin))).cells)).toEqual([communities.liuyin]);
    expect(areasOf((await office.call(readRates, at(streetId))).cells)).toEqual(all);
    expect(areasOf((await tang.call(readRates, at(districtId))).cells)).toEqual(all);
    await expect(wang.call(readRates, at(streetId))).rejects.toMatchObject({ code: 'notFound' });
    await expect(wang.call(readRates, at(communities.nanqiao))).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are never shown of a grid', async () => {
    const grid = await rated.api.area('grid', '第一网格', rated.street.communities.liuyin);
    expect(await wang.call(readRates, at(grid))).toMatchObject({ cells: [], outcomes: [] });
    expect(await wang.call(readTrend, at(grid))).toEqual([]);
  });

  it('come with the definition they are made by', async () => {
    const { definitions } = await office.call(readRates, at(rated.street.streetId));
    expect(definitions.map((one) => one.indicator).toSorted()).toEqual([
      'awareness',
      'participation',
      'satisfaction',
      'support',
    ]);
    const support = must(
      definitions.find((one) => one.indicator === 'support'),
      'support',
    );
    expect(support).toMatchObject({ item: 'supportsEffort', definition: { favourable: ['support'] } });
    expect(support.title).toContain('态度');
  });

  it('are judged against the target of today, only where they are shown', async () => {
    const verdict = async () => {
      const { cells } = await office.call(readRates, at(rated.street.communities.liuyin));
      return new Map(cells.map((cell) => [cell.indicator, cell.verdict]));
    };
    expect((await verdict()).get('support')).toBeNull();
    const set = (target: number | null, indicator: 'support' | 'awareness' = 'support') =>
      tang.call(setTarget, { params: { indicator }, body: { target } });
    await set(0.9);
    expect((await verdict()).get('support')).toBe('notMet');
    await set(0.6);
    expect((await verdict()).get('support')).toBe('met');
    await set(0.75);
    expect((await verdict()).get('support')).toBe('undecided');
    await set(0.5, 'awareness');
    expect((await verdict()).get('awareness')).toBeNull();
    await set(null);
    expect((await verdict()).get('support')).toBeNull();
  });

  it('of a round that is not there, or of another purpose, are not found', async () => {
    const query = { roundId: rated.street.roundId, purpose: 'coverage' as const };
    await expect(office.call(readRates, { ...at(rated.street.streetId), query })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('of an assessor’s round are nobody else’s until it is released', async () => {
    const { api, street, tablets } = rated;
    const roundId = await street.openRound('第三方测评');
    const feng = await api.person('feng', ['assessor', street.streetId]);
    await rated.answer('liuyin', 40, {}, roundId);
    await rated.records.push(
      tablets.liuyin,
      rated.records.visit(must(street.doors.liuyin[0], 'a door'), { roundId }),
    );
    await facts.giveToAssessor(api.sql, street.streetId, roundId, feng.id);
    await rated.release();
    const pages = async () => {
      const { rounds } = await office.call(readRates, at(street.streetId));
      const trend = await office.call(readTrend, at(street.streetId));
      const { coverage, visitsThisWeek } = await office.call(readOverview, at(street.streetId));
      const found = [
        ...rounds,
        ...coverage.map((one) => one.round),
        ...trend.map((one) => ({ id: one.roundId })),
      ];
      return { seen: found.some((one) => one.id === roundId), visitsThisWeek };
    };
    const before = await pages();
    expect(before.seen).toBe(false);
    await expect(
      tang.call(readRates, { ...at(street.districtId), query: { roundId } }),
    ).rejects.toMatchObject({ code: 'notFound' });
    await facts.handOverResults(api.sql, street.streetId, roundId, api.clock.now.toISOString());
    expect(await pages()).toEqual({ seen: true, visitsThisWeek: before.visitsThisWeek + 1 });
  });
});

describe('a trend', () => {
  it('joins rounds asked alike, and breaks the line of the one indicator whose definition changed', async () => {
    const { api, street } = rated;
    const again = await street.openRound('十月测评');
    const changed = await street.openRound('重订测评');
    await facts.startRound(api.sql, street.streetId, street.roundId, '2026-09-01');
    await facts.startRound(api.sql, street.streetId, again, '2026-10-01');
    await giveVersion(changed, withoutUnsure());
    await rated.answer('nanqiao', 40, {}, again);
    await rated.answerAs('nanqiao', 40, contentHash(withoutUnsure()), changed);
    await rated.release();
    const trend = await office.call(readTrend, at(street.communities.nanqiao));
    const broken = ({ cells }: (typeof trend)[number]) =>
      cells.filter((cell) => cell.breakBefore).map((cell) => cell.indicator);
    expect(trend.map((point) => [point.roundName, broken(point)])).toEqual([
      ['十一月测评', []],
      ['十月测评', []],
      ['重订测评', ['support']],
    ]);
    expect(areasOf(trend[2]?.cells ?? [])).toEqual([street.communities.nanqiao]);
    expect(new Set(trend[2]?.cells.map((cell) => cell.indicator)).size).toBe(4);
    const formulas = trend.map(
      (point) => point.cells.find((cell) => cell.indicator === 'support')?.formulaId,
    );
    expect(formulas[0]).toBe(formulas[1]);
    expect(formulas[1]).not.toBe(formulas[2]);
    for (const point of trend) expect(areasOf(point.cells)).toEqual([street.communities.nanqiao]);
  });

  it('shows rounds that begin on one day in the order they were opened in', async () => {
    const { api, street } = rated;
    const morning = await street.openRound('上午测评');
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    const afternoon = await street.openRound('下午测评');
    for (const roundId of [afternoon, morning]) await rated.answer('nanqiao', 40, {}, roundId);
    await rated.release();
    const trend = await office.call(readTrend, at(street.communities.nanqiao));
    const sameDay = trend.filter(({ roundId }) => [morning, afternoon].includes(roundId));
    expect(sameDay.map(({ roundName }) => roundName)).toEqual(['上午测评', '下午测评']);
  });
});
