/** The round's monitor at the desk, which stays open while the teams walk. */
import type { Browser } from 'playwright-core';
import { until } from '../../tablet/stand.ts';
import { Desk } from '../desk/desk.ts';
import type { Credentials } from '../office-user.ts';
import { community, roundName } from './town.ts';

/** A place's figures as the table has them. */
export type Figures = {
  settled: number;
  eligible: number;
  attempted: number;
  reached: number;
  left: number;
};

export class Monitor {
  readonly #desk: Desk;
  readonly #round: string;

  private constructor(desk: Desk, round: string) {
    this.#desk = desk;
    this.#round = round;
  }

  static async open(
    browser: Browser,
    origin: string,
    office: Credentials,
    roundId: string,
  ): Promise<Monitor> {
    const desk = await Desk.signIn(browser, origin, office);
    await desk.page.clock.install();
    const monitor = new Monitor(desk, `${origin}/rounds/${roundId}`);
    await monitor.#show();
    return monitor;
  }

  /** Nobody touches the page: it asks anew by itself, once a minute. */
  async untilShows(share: string): Promise<void> {
    const shown = this.#row(community).getByRole('cell', { name: share, exact: true });
    const { clock } = this.#desk.page;
    const minuteLater = async (): Promise<boolean> => {
      await clock.fastForward('01:00');
      return shown.isVisible();
    };
    if (!(await until(minuteLater, (isShown) => isShown)))
      throw new Error(`the monitor shows ${JSON.stringify(await this.figures())}, not ${share}`);
  }

  async figures(): Promise<Figures> {
    const cells = await this.#row(community).getByRole('cell').allInnerTexts();
    const numbers = cells
      .slice(3)
      .flatMap((cell) => cell.split(' / '))
      .map(Number);
    const [settled = -1, eligible = -1, attempted = -1, reached = -1, left = -1] = numbers;
    return { settled, eligible, attempted, reached, left };
  }

  /** The stairwells are given to another team. */
  async giveStairwell(number: 1 | 2 | 3, team: string): Promise<void> {
    const { page } = this.#desk;
    await page.getByRole('link', { name: community, exact: true }).click();
    await page.getByText('全部单元', { exact: true }).click();
    await page.getByRole('checkbox', { name: new RegExp(`${number}单元$`) }).check();
    await this.#desk.choose(page.getByLabel('小组', { exact: true }), team);
    await this.#desk.press('分给这个小组');
    await page.getByText('已调整 3 户').waitFor();
    await this.#show();
  }

  /** What the list of a stairwell's doors says of one: its outcome, and how often it was tried. */
  async door(number: 1 | 2 | 3, room: string): Promise<string[]> {
    const { page } = this.#desk;
    await page.getByRole('link', { name: community, exact: true }).click();
    await page.getByRole('link', { name: '柳荫苑 1栋', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(`${number}单元$`) }).click();
    await this.#row(room).waitFor();
    const cells = await this.#row(room).getByRole('cell').allInnerTexts();
    await this.#show();
    return cells.slice(2, 4);
  }

  /** Doors by group, as the rates of the round are made of them. */
  async groups(): Promise<Record<string, number>> {
    const { page } = this.#desk;
    await page.getByRole('tab', { name: '结果率' }).click();
    const rows = page.locator('.monitor-rates .ant-table-wrapper').first().locator('.ant-table-row');
    await rows.first().waitFor();
    const counts: Record<string, number> = {};
    for (const row of await rows.all()) {
      const [group = '', count = ''] = await row.getByRole('cell').allInnerTexts();
      if (Number(count) > 0) counts[group.split(' ')[0] ?? ''] = Number(count);
    }
    await this.#show();
    return counts;
  }

  async close(): Promise<void> {
    const desk = this.#desk;
    await desk.press('结束本轮');
    await desk.dialog().getByText('还有 0 户没有最终结果').waitFor();
    await desk.press('结束本轮', desk.dialog());
    await desk.page.getByText('已结束').waitFor();
  }

  async leave(): Promise<void> {
    await this.#desk.leave();
  }

  #row(name: string) {
    return this.#desk.page.locator('.ant-table-row').filter({ hasText: name });
  }

  async #show(): Promise<void> {
    const { page } = this.#desk;
    await page.goto(this.#round);
    await page.getByRole('heading', { name: roundName, exact: true }).waitFor();
    await this.#row(community).waitFor();
  }
}
