/** Somebody at a desk before the office pages: finds things by what they say, as a person does. */
import type { Browser, Locator, Page } from 'playwright-core';
import { chinese } from '@huhudao/testkit/browser';
import { patience } from '../patience.ts';
import { passwordOf, type Credentials } from '../office-user.ts';

export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A desk with a screen of its own. Nothing of another desk's session is there. */
  static async open(browser: Browser, address: string): Promise<Desk> {
    const context = await browser.newContext({ ...chinese, viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.goto(address);
    return new Desk(page);
  }

  static async signIn(browser: Browser, origin: string, { login, password }: Credentials): Promise<Desk> {
    const desk = await Desk.open(browser, origin);
    await desk.page.getByLabel('用户名').fill(login);
    await desk.page.getByLabel('密码', { exact: true }).fill(password);
    await desk.press('登录');
    await desk.page
      .getByRole('navigation', { name: '主菜单' })
      .or(desk.page.getByText('请先修改初始密码'))
      .waitFor();
    return desk;
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** A first sign-in: the initial password is for once. */
  async choosePassword(login: string, initial: string): Promise<Credentials> {
    const password = passwordOf(login);
    await this.page.getByLabel('现在的密码').fill(initial);
    await this.page.getByLabel('新密码', { exact: true }).fill(password);
    await this.page.getByLabel('再输一遍密码').fill(password);
    await this.press('修改密码');
    await this.page.getByRole('navigation', { name: '主菜单' }).waitFor();
    return { login, password };
  }

  /** Comes back to the desk: meanwhile others have worked, and a page shows what it read for a quarter of a minute. */
  async comeBack(): Promise<void> {
    await this.page.reload();
  }

  /** Opens a page of the main menu. */
  async goTo(entry: string): Promise<void> {
    const menu = this.page.getByRole('navigation', { name: '主菜单' });
    await menu.getByRole('link', { name: entry, exact: true }).click();
  }

  /** Presses a button that says this, on the page or in the part of it that is given. */
  async press(text: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('button', { name: saying(text) }).click();
  }

  /** The dialog or drawer that is open. */
  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Chooses from a list that opens. */
  async choose(field: Locator, option: string): Promise<void> {
    await field.click();
    // antd keeps the option a person sees apart from the one it tells screen readers of.
    const open = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await open.getByTitle(option, { exact: true }).click();
  }
}

/** antd puts a space between two Chinese characters on a button. */
function saying(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.length === 2 ? [...escaped].join(String.raw`\s*`) : escaped}$`);
}
