/** What the office sees once the visits are in: rates with how sure they are, trends, households to revisit. */
import type { Desk } from './desk.ts';

/** What the card of an indicator says on a community's page, or on the street's overview. */
export async function readCard(desk: Desk, place: string, indicator: string): Promise<string> {
  await openFigures(desk, place);
  const heading = desk.page.getByRole('heading', { name: indicator });
  const card = desk.page.locator('.rate-card').filter({ has: heading });
  return (await card.innerText()).replaceAll(/\s+/g, ' ');
}

/** The rounds of an indicator's trend in a community, a line each: round, value, interval, n. */
export async function readTrendTable(desk: Desk, community: string, label: string): Promise<string[]> {
  await openFigures(desk, community);
  await desk.page.getByRole('button', { name: `${label}：更多` }).click();
  await desk.page.getByRole('menuitem', { name: '看表格' }).click();
  const rows = desk.page.getByRole('table', { name: label }).getByRole('row');
  const texts = await rows.allInnerTexts();
  return texts.slice(1).map((text) => text.replaceAll(/\s+/g, ' '));
}

/** A community's page, by its name in the overview's table; or the overview itself. */
async function openFigures(desk: Desk, place: string): Promise<void> {
  const { page } = desk;
  await desk.comeBack();
  await desk.goTo('总览');
  await page.getByRole('heading', { name: '云溪街道 · 总览' }).waitFor();
  if (place !== '云溪街道') {
    await page.getByRole('link', { name: place, exact: true }).first().click();
    await page.getByLabel('选择社区').waitFor();
  }
  await page.locator('.rate-card').first().waitFor();
}

/** How many households the queue of revisits holds. */
export async function countRevisits(desk: Desk): Promise<number> {
  await desk.comeBack();
  await desk.goTo('再走访');
  const total = await desk.page.getByText(/^共 \d+ 条$/).innerText();
  return Number(/\d+/.exec(total)?.[0]);
}

/** Takes the first revisit with this reason from the queue and brings it to an end; returns its address. */
export async function resolveRevisit(desk: Desk, reason: string): Promise<string> {
  const { page } = desk;
  await desk.comeBack();
  await desk.goTo('再走访');
  const row = page.getByRole('row').filter({ hasText: reason }).first();
  const address = await row.getByRole('button').innerText();
  await row.getByRole('button').click();
  const drawer = desk.dialog();
  await drawer.getByRole('tab', { name: '办结' }).click();
  await drawer.getByRole('radio', { name: '已解决' }).check();
  await drawer.getByLabel('原因分析').fill('楼道灯坏了半年，没有人来修。');
  await drawer.getByLabel('答疑说明').fill('说明了报修的办法。');
  await drawer.getByLabel('承诺事项').fill('本周内换灯。');
  await desk.press('办结', drawer);
  await drawer.waitFor({ state: 'hidden' });
  return address;
}
