/** Comparing rates and how they were made: what the pages print is what the responses and the API say. */
import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { readRates, type RateCell } from '@huhudao/protocol';
import type { Desk } from './desk/desk.ts';
import * as measured from './measured/measured.queries.ts';
import { signInOffice } from './office-user.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;
const rounds = { now: '', former: '' };

beforeAll(async () => {
  office = await openOffice({ RELEASE_SECONDS: '1' });
  const added = await measured.insertCommunities(office.sql, office.world.streetId, 7);
  const communityIds = [...office.world.communityIds, ...added.map(({ id }) => id)];
  // In the first of them one community was far from where it was ever after.
  const older: string[] = [];
  for (const month of [5, 6, 7, 8])
    older.push(
      await measure(`${month}月模拟测评`, `2026-0${month}-01`, communityIds, (index) =>
        month === 5 && index === 1 ? [50, 50] : [80, 20],
      ),
    );
  rounds.former = await measure('9月模拟测评', '2026-09-01', communityIds, (index) => [80 + index, 20]);
  // The last community has too small a minority to be printed.
  rounds.now = await measure('10月模拟测评', '2026-10-01', communityIds, (index) =>
    index === 8 ? [100, 2] : index === 7 ? [60, 50] : [90 + index, 15],
  );
  for (const roundId of [rounds.now, rounds.former, ...older]) await untilReleased(roundId);
}, 240_000);

afterAll(async () => {
  await office.close();
});

type Counts = (index: number) => readonly [number, number];

async function measure(
  name: string,
  startsOn: string,
  communityIds: string[],
  counts: Counts,
): Promise<string> {
  const { roundId } = office.world;
  const [round] = await measured.copyAsMeasurement(office.sql, roundId, { name, startsOn, communityIds });
  const { id } = must(round, 'the round');
  await measured.insertFrames(office.sql, id, communityIds, 1200);
  const answered = communityIds.flatMap((communityId, index) => [
    { communityId, code: 'support', count: counts(index)[0] },
    { communityId, code: 'oppose', count: counts(index)[1] },
  ]);
  await measured.insertAnswers(office.sql, id, answered);
  return id;
}

async function released(roundId: string): Promise<RateCell[]> {
  const user = await signInOffice(office.origin, office.world.people.wang);
  const params = { areaId: office.world.streetId };
  const { cells } = await user.call(readRates, { params, query: { roundId } });
  return cells.filter((cell) => cell.indicator === 'support');
}

async function untilReleased(roundId: string): Promise<void> {
  while ((await released(roundId)).length < 9) await new Promise((resolve) => setTimeout(resolve, 300));
}

async function openAt(path: string): Promise<Desk> {
  const desk = await office.sitDown('wang');
  await desk.page.goto(`${office.origin}${path}`);
  return desk;
}

/** The lines of a table, a list of cells each. */
async function linesOf(desk: Desk, table: string): Promise<string[][]> {
  const rows = desk.page.getByRole('table', { name: table }).getByRole('row');
  await rows.nth(1).waitFor();
  return Promise.all((await rows.all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

test('the differences of two rounds are those of the responses, and a hidden figure says why it has none', async () => {
  const desk = await openAt('/compare?tab=rounds&indicator=support');
  const lines = await linesOf(desk, '支持率：10月模拟测评 减 9月模拟测评（百分点）');
  const now = await measured.recountSupport(office.sql, rounds.now);
  const former = await measured.recountSupport(office.sql, rounds.former);
  expect(lines.map(([name]) => name)).toEqual(now.map(({ name }) => name));
  for (const [index, line] of lines.entries()) {
    const [one, other] = [must(now[index], 'now'), must(former[index], 'former')];
    const [before, n1, after, n2, difference] = line.slice(1);
    expect([n1, n2]).toEqual([`${other.n}`, `${one.n}`]);
    if (difference === '—') continue;
    expect([before, after]).toEqual([percent(other.favourable / other.n), percent(one.favourable / one.n)]);
    const points = (one.favourable / one.n - other.favourable / other.n) * 100;
    expect(difference).toBe(`${points > 0 ? '+' : ''}${points.toFixed(1)}`);
  }
  expect(lines.at(-1)).toContain('少数意见太少，只显示范围，以免认出是谁');
  expect(lines.filter((line) => line.includes('—')).length).toBeLessThan(4);
  await desk.leave();
});

test('a funnel has the released communities by the number of answers, their sum as its centre, and names who is left out', async () => {
  const desk = await openAt('/compare');
  const label = '支持率：各社区漏斗图';
  await desk.page.getByRole('button', { name: `${label}：更多` }).click();
  await desk.page.getByRole('menuitem', { name: '看表格' }).click();
  const lines = await linesOf(desk, label);
  const cells = (await released(rounds.now)).filter((cell) => cell.areaId !== office.world.streetId);
  const printed = cells.filter((cell) => cell.value !== null);
  const drawn = lines.filter(([, , value]) => value !== '不显示');
  expect(new Set(drawn.map(([name, n, value]) => `${name} ${n} ${value}`))).toEqual(
    new Set(printed.map((cell) => `${cell.areaName} ${cell.n} ${percent(cell.value ?? 0)}`)),
  );
  const sizes = drawn.map(([, n]) => Number(n));
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(lines).toHaveLength(cells.length);
  const all = printed.reduce((sum, cell) => sum + must(cell.n, 'n'), 0);
  const favourable = printed.reduce((sum, cell) => sum + Math.round((cell.value ?? 0) * (cell.n ?? 0)), 0);
  await desk.page.getByText(`已公布的社区合计 ${percent(favourable / all)}。`).waitFor();
  expect(drawn.find(([name]) => name === '新村6社区')?.at(-1)).toBe('低于偶然范围');
  await desk.leave();
});

test('a link restores the view, and the drawing can be taken along', async () => {
  const desk = await openAt('/compare');
  const { page } = desk;
  await page.getByRole('tab', { name: '两轮之间' }).click();
  await page.getByText('满意率', { exact: true }).click();
  await page.getByText('支持率', { exact: true }).click();
  await page.waitForURL(/tab=rounds.*indicator=support|indicator=support.*tab=rounds/);
  await page.goto(page.url());
  const label = '支持率：10月模拟测评 减 9月模拟测评（百分点）';
  await page.getByRole('img', { name: label }).locator('canvas').first().waitFor();
  await page.getByRole('button', { name: `${label}：更多` }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '下载矢量图（SVG）' }).click();
  const svg = fs.readFileSync(await (await download).path(), 'utf8');
  expect(svg).toContain('<svg');
  expect(svg).toContain('南桥社区');
  await desk.leave();
});

test('the link of a picture says which area and round it is of, and is followed by mouse and by keyboard', async () => {
  const desk = await openAt('/compare');
  const { page } = desk;
  const more = page.getByRole('button', { name: '支持率：各社区漏斗图：更多' });
  await more.click();
  const link = page.getByRole('link', { name: '这个画面的链接' });
  const address = new URL(must(await link.getAttribute('href'), 'an address'), office.origin);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    area: office.world.streetId,
    round: rounds.now,
  });
  await page.keyboard.press('Escape');
  for (const follow of [
    () => link.click(),
    async () => {
      await link.locator('xpath=ancestor::*[@role="menuitem"]').focus();
      await page.keyboard.press('Enter');
    },
  ]) {
    await more.click();
    await link.waitFor();
    const opening = page.context().waitForEvent('page');
    await follow();
    const opened = await opening;
    await opened.getByRole('button', { name: '支持率：各社区漏斗图：更多' }).waitFor();
    expect(new URL(opened.url()).searchParams.get('round')).toBe(rounds.now);
    await opened.close();
    await page.keyboard.press('Escape');
  }
  await desk.leave();
});

test('a control chart names the round that is more than chance away from the others of its community', async () => {
  const [, communityId = ''] = office.world.communityIds;
  const label = '支持率：控制图';
  const desk = await openAt(`/communities/${communityId}`);
  const { page } = desk;
  await page.getByText('5月模拟测评低于偶然范围，值得去了解原因。').waitFor();
  await page.getByRole('button', { name: `${label}：更多` }).click();
  await page.getByRole('menuitem', { name: '看表格' }).click();
  const lines = await linesOf(desk, label);
  expect(lines.map((line) => line.at(-1))).toEqual([
    '低于偶然范围',
    ...Array<string>(5).fill('在偶然范围内'),
  ]);
  const [favourable, n] = [50 + 3 * 80 + 81 + 91, 4 * 100 + 101 + 106];
  const centre = favourable / n;
  const half = 3 * Math.sqrt((centre * (1 - centre)) / 106);
  expect(lines.at(-1)?.slice(1, 5)).toEqual([
    percent(91 / 106),
    '106',
    percent(centre - half),
    percent(centre + half),
  ]);
  await desk.leave();
});

test('the methods print the figure as it was released, with the answers of each community', async () => {
  const desk = await openAt('/methods?indicator=support');
  const { page } = desk;
  await page.getByRole('heading', { name: '云溪街道 · 支持率怎么算出来的' }).waitFor();
  const cells = await released(rounds.now);
  for (const cell of cells.filter((one) => one.areaId !== office.world.streetId)) {
    const row = page.getByRole('row', { name: cell.areaName });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([cell.areaName, '1,200', `${cell.n}`]);
  }
  await page.getByText('（支持）÷（').waitFor();
  await page.getByText('少于 5 份答卷的数不公布。').waitFor();
  await desk.leave();
});

test('from the figures of a community the methods are those of that community', async () => {
  const [communityId = ''] = office.world.communityIds;
  const desk = await openAt(`/communities/${communityId}`);
  const { page } = desk;
  await desk.press('这些数怎么来的？');
  await page.getByRole('link', { name: '逐项看这个数是怎么算出来的' }).click();
  await page.getByRole('heading', { name: '柳荫社区 · 知晓率怎么算出来的' }).waitFor();
  await desk.leave();
});
