/** Somebody who writes a questionnaire at a desk, by mouse or by keyboard only. */
import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';

export class Author {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Begins an empty questionnaire with this title. */
  async begin(title: string): Promise<void> {
    const desk = this.#desk;
    await desk.goTo('问卷');
    await desk.press('新建');
    await desk.dialog().getByLabel('标题').fill(title);
    await desk.press('开始编写', desk.dialog());
    await desk.page.getByRole('heading', { name: title }).waitFor();
  }

  get outline(): Locator {
    return this.#desk.page.getByRole('navigation', { name: '问卷结构' });
  }

  row(name: string): Locator {
    return this.outline.getByRole('button', { name });
  }

  /** The words of the outline from top to bottom. */
  async order(): Promise<string[]> {
    return await this.outline.locator('.outline-name').allTextContents();
  }

  /** The words of the items alone, without the pages and groups they are in. */
  async items(): Promise<string[]> {
    return await this.outline.locator('.outline-item .outline-name').allTextContents();
  }

  async add(kind: string): Promise<void> {
    const { page } = this.#desk;
    await page.getByRole('button', { name: '添加题目' }).click();
    await page.getByRole('menuitem', { name: kind, exact: true }).click();
  }

  /** Writes where the cursor is, in both languages: a new item waits for its title. */
  async type(chinese: string, english: string): Promise<void> {
    const { keyboard } = this.#desk.page;
    await keyboard.type(chinese);
    await keyboard.press('Tab');
    await keyboard.type(english);
  }

  /** Waits until the page says that what is on it is safe. */
  async saved(): Promise<void> {
    await this.#desk.page
      .getByRole('status')
      .filter({ hasText: /已保存$/ })
      .waitFor();
  }
}
