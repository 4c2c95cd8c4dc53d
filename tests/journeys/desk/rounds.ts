/** Questionnaires and rounds on the office's pages. */
import type { Desk } from './desk.ts';

/** The author begins a questionnaire from one that comes with the product. */
export async function writeQuestionnaire(desk: Desk, title: string, from: string): Promise<void> {
  const { page } = desk;
  await desk.goTo('问卷');
  await desk.press('新建');
  const dialog = desk.dialog();
  await dialog.getByLabel('标题').fill(title);
  await desk.choose(dialog.getByLabel('从哪里开始'), from);
  await desk.press('开始编写', dialog);
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByText('0 处必须修改').waitFor();
}

/** Looks at somebody's draft and publishes it. */
export async function publishDraft(desk: Desk, title: string): Promise<void> {
  const { page } = desk;
  await desk.goTo('问卷');
  await page.getByRole('row', { name: title }).getByRole('link', { name: '保存' }).click();
  await desk.press('发布');
  await desk.press('发布', desk.dialog());
  await page.getByRole('heading', { name: `${title} · 第 1 版` }).waitFor();
}

export type RoundPlan = {
  name: string;
  purpose: '模拟测评';
  communities: readonly string[];
  /** Doors to draw in each community. */
  doors: number;
  questionnaire: string;
};

/** Fills in the form of a measurement round and saves it as a draft. */
export async function draftRound(desk: Desk, plan: RoundPlan): Promise<void> {
  const { page } = desk;
  await desk.comeBack();
  const next = () => desk.press('下一步');
  await desk.goTo('轮次');
  await page.getByRole('button', { name: '新建轮次' }).first().click();
  await page.getByLabel('名称').fill(plan.name);
  await page.getByRole('radio', { name: plan.purpose }).check();
  await next();
  for (const community of plan.communities) {
    await page.getByRole('treeitem', { name: community }).click();
    await page.getByLabel(`${community}抽取户数`).fill(String(plan.doors));
  }
  await next();
  await desk.choose(page.getByLabel('问卷', { exact: true }), plan.questionnaire);
  // There is one visit form, and a new round begins with it.
  await page.getByTitle('走访记录表（第 1 版）').waitFor();
  await next();
  // The teams are the street's to choose.
  await next();
  await page.getByLabel('在门口怎么说').fill('您好，我们是社区的走访小组，想听听您对家门口的看法。');
  await next();
  await desk.press('保存草稿');
  await page.getByRole('heading', { name: plan.name }).waitFor();
}

/** The street says which of its teams go. */
export async function chooseTeams(desk: Desk, round: string, teams: readonly string[]): Promise<void> {
  const { page } = desk;
  await openRoundPage(desk, round);
  await desk.press('选择小组');
  await page.getByRole('heading', { name: `修改：${round}` }).waitFor();
  for (const team of teams) await page.getByRole('checkbox', { name: team }).check();
  await page.getByRole('button', { name: '保存草稿' }).first().click();
  await page.getByRole('heading', { name: round, exact: true }).waitFor();
}

/** Opens a draft: from now on its list and its forms are frozen. */
export async function openRound(desk: Desk, round: string): Promise<void> {
  await openRoundPage(desk, round);
  await confirm(desk, '开启');
  await desk.page.getByText('进行中').waitFor();
}

export async function closeRound(desk: Desk, round: string): Promise<void> {
  await openRoundPage(desk, round);
  await confirm(desk, '结束本轮');
  await desk.page.getByText('已结束').waitFor();
}

async function openRoundPage(desk: Desk, round: string): Promise<void> {
  const { page } = desk;
  await desk.comeBack();
  await desk.goTo('轮次');
  await page.getByRole('link', { name: round }).click();
  await page.getByRole('heading', { name: round, exact: true }).waitFor();
}

/** Presses a button and says once more that it is meant. */
async function confirm(desk: Desk, action: string): Promise<void> {
  await desk.press(action);
  await desk.press(action, desk.dialog());
  await desk.dialog().waitFor({ state: 'hidden' });
}
