/**
 * The main job, end to end, on real input, starting from one administrator.
 *
 * On screen: the set-up, the street, its first person, the import, the questionnaire and its publication, the first
 * round from draft to close, the plan on a phone, the figures, the revisits. By touch: twelve of the 160 doors of that
 * round, in all three identity modes, with all that disturbs them. Through the app's own code without its screen
 * (field/field-tablet.ts): the other doors. Through the API, called as the pages call it (calls/): the other people,
 * the teams, the building head's term, a coverage round, a second round.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indicators } from '@huhudao/domain';
import { listRevisits, readRates, type ResponseOf } from '@huhudao/protocol';
import { areaOf, readAreas } from './calls/street.ts';
import { countRevisits, readCard, readTrendTable, resolveRevisit } from './desk/figures.ts';
import { flaggedBy } from './field/field-day.ts';
import { countModes, countQuarantined, listFlagged } from './recount/ledger.queries.ts';
import { Ledger, recorded } from './recount/ledger.ts';
import { differences } from './recount/recount.ts';
import { bendAnswer, dropRefusal, liftRate } from './recount/tampering.queries.ts';
import { openFirstRound } from './story/first-round.ts';
import { askAgain, coverNewCommunity } from './story/later-rounds.ts';
import { flaggedInLiuyin, flaggedInQingshi } from './story/script.ts';
import { setStage, type Stage } from './story/stage.ts';
import { foundStreet, type Street } from './story/street.ts';
import { sendOverLostReplies, takeAlong, visitEveryDoor } from './story/visiting.ts';

const running = new AsyncDisposableStack();
let stage: Stage;

beforeAll(async () => {
  stage = await setStage(running);
}, 300_000);

afterAll(() => running.disposeAsync());

test('from one administrator to rates, revisits and a trend, over lost replies, reloads and dead batteries, nothing is lost, doubled or told that must not be', async () => {
  const { sql } = stage;
  const ledger = new Ledger();
  const street = await foundStreet(stage);
  const round = await openFirstRound(stage, street);
  const tablets = await takeAlong(stage, street);
  const attempts = await visitEveryDoor(tablets, round.id, ledger);
  await sendOverLostReplies(stage, tablets);
  await round.close();

  // Every visit and every response is there once, and the figures are those of an independent count.
  expect(await recorded(sql, round.id)).toEqual(ledger.expected(round.id));
  expect(await countModes(sql, round.id)).toEqual([
    { community: '柳荫社区', mode: 'anonymous', count: 21 },
    { community: '柳荫社区', mode: 'confidential', count: 21 },
    { community: '柳荫社区', mode: 'named', count: 20 },
    { community: '青石社区', mode: 'anonymous', count: 20 },
    { community: '青石社区', mode: 'confidential', count: 20 },
    { community: '青石社区', mode: 'named', count: 22 },
  ]);
  expect(await countQuarantined(sql)).toEqual([{ count: 0 }]);
  const measured = await figuresOf(street, round.id);
  const shownAll = { 云溪街道: 'shown', 柳荫社区: 'shown', 青石社区: 'shown' };
  expect(kindsOf(measured)).toEqual({
    ...alike(shownAll),
    // The street's share would give back what the band keeps.
    support: { 云溪街道: 'hidden', 柳荫社区: 'banded', 青石社区: 'shown' },
  });
  expect(await differences(sql, street.id, measured)).toEqual([]);
  expect(await readCard(street.desk, '柳荫社区', '知晓率')).toContain('64.5% 95% 区间 52.1–75.3% n = 62');
  expect(await readCard(street.desk, '柳荫社区', '支持率')).toContain('≥ 90%');
  expect(await readCard(street.desk, '云溪街道', '支持率')).toContain('不显示');

  // The households to visit again are those who agreed to it, and no others; one of them is settled.
  const flagged = await listFlagged(sql, round.id);
  const wanted = [
    ...flaggedBy(flaggedInLiuyin, attempts.liuyin),
    ...flaggedBy(flaggedInQingshi, attempts.qingshi),
  ];
  expect(flagged.map(({ householdId, reason }) => `${householdId} ${reason}`).toSorted()).toEqual(
    wanted.toSorted(),
  );
  const inPrivate = ledger.unflagged(round.id);
  expect(inPrivate.length).toBeGreaterThan(10);
  expect(flagged.filter(({ householdId }) => inPrivate.includes(householdId))).toEqual([]);
  // Attempts that were left end with their round.
  const queue = wanted.filter((line) => !line.endsWith('attemptsLeft')).length;
  expect(await countRevisits(street.desk)).toBe(queue);
  const address = await resolveRevisit(street.desk, '满意度低（本人同意）');
  expect(await countRevisits(street.desk)).toBe(queue - 1);
  const done = await street.office.call(listRevisits, {
    params: { areaId: street.id },
    query: { state: 'done' },
  });
  const resolved = done.items.filter(({ state }) => state === 'resolved');
  expect(resolved).toMatchObject([{ address, promise: '本周内换灯。' }]);
  expect(done.items.length - resolved.length).toBe(wanted.length - queue);

  // A community that is visited whole has bounds in place of intervals.
  const coverageId = await coverNewCommunity(stage, street, round.id, ledger);
  expect(await recorded(sql, coverageId)).toEqual(ledger.expected(coverageId));
  const covered = await figuresOf(street, coverageId, 'coverage');
  expect(kindsOf(covered)).toEqual(alike({ 云溪街道: 'shown', 临江社区: 'shown' }));
  expect(await differences(sql, street.id, covered)).toEqual([]);

  // A second round gives every rate a second point.
  const laterId = await askAgain(stage, street, tablets, round.id, ledger);
  expect(await recorded(sql, laterId)).toEqual(ledger.expected(laterId));
  const later = await figuresOf(street, laterId);
  // Smaller samples: the page says that these are less sure.
  expect(kindsOf(later)).toEqual(alike({ 云溪街道: 'shown', 柳荫社区: 'flagged', 青石社区: 'flagged' }));
  expect(await differences(sql, street.id, later)).toEqual([]);
  expect(await readTrendTable(street.desk, '柳荫社区', '知晓率：各轮变化')).toEqual([
    '11月模拟测评 64.5% 52.1–75.3% 62',
    '12月模拟测评 80.0% 65.2–89.5% 40',
  ]);

  // The recount is put to the test: somebody lifts a rate by a point, drops a refusal, bends an answer.
  const areas = await readAreas(street.office);
  const [liuyin, qingshi] = [areaOf(areas, '柳荫社区'), areaOf(areas, '青石社区')];
  await liftRate(sql, { roundId: round.id, areaId: liuyin, indicator: 'awareness' });
  await dropRefusal(sql, { roundId: round.id, areaId: liuyin });
  await bendAnswer(sql, { roundId: round.id, areaId: qingshi });
  expect(await recorded(sql, round.id)).not.toEqual(ledger.expected(round.id));
  const found = await differences(sql, street.id, await figuresOf(street, round.id));
  expect(found).toContainEqual(expect.stringContaining('柳荫社区 awareness: value is 0.655'));
  expect(found).toContain('柳荫社区: doors R is 6, recounted 7');
  expect(found).toContainEqual(expect.stringContaining('青石社区 participation: value is'));
  expect(found.filter((line) => !/^柳荫社区( awareness)?:|participation/.test(line))).toEqual([]);
}, 1_200_000);

const figuresOf = ({ id, office }: Street, roundId: string, purpose?: 'coverage') =>
  office.call(readRates, { params: { areaId: id }, query: { roundId, ...(purpose && { purpose }) } });

/** The same for each of the four indicators. */
const alike = <T>(kinds: T): Record<string, T> =>
  Object.fromEntries(indicators.map((indicator) => [indicator, kinds]));

/** How each cell is published, by indicator and area. */
function kindsOf({ cells }: ResponseOf<typeof readRates>): Record<string, Record<string, string>> {
  const kinds: Record<string, Record<string, string>> = {};
  for (const { indicator, areaName, kind } of cells) (kinds[indicator] ??= {})[areaName] = kind;
  return kinds;
}
