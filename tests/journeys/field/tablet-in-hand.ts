/** A tablet in a person's hands: its power, its network, its disk. */
import type { BrowserContext, Page } from 'playwright-core';
import { killProfile, openProfile } from '@huhudao/testkit/browser';
import { patience } from '../patience.ts';
import { lying } from '../tablet.ts';

export class Tablet {
  page: Page;
  readonly #profile: string;
  readonly #address: string;
  #context: BrowserContext;

  private constructor(profile: string, address: string, context: BrowserContext, page: Page) {
    this.#profile = profile;
    this.#address = address;
    this.#context = context;
    this.page = page;
  }

  /** Switches a tablet on for the first time and opens the app. `profile` is its disk. */
  static async switchOn(profile: string, origin: string): Promise<Tablet> {
    const context = await powerUp(profile);
    const address = `${origin}/tablet/`;
    const tablet = new Tablet(profile, address, context, firstPage(context));
    await tablet.page.goto(address);
    return tablet;
  }

  async switchOff(): Promise<void> {
    await this.#context.close();
  }

  /** What the list of the day says of a stairwell. */
  async readCard(stairwell: string): Promise<string> {
    return this.page.getByRole('link').filter({ hasText: stairwell }).first().innerText();
  }

  async goOffline(): Promise<void> {
    await this.#context.setOffline(true);
  }

  async goOnline(): Promise<void> {
    await this.#context.setOffline(false);
  }

  /** The battery is pulled out in the middle of whatever was going on, and the tablet switched on again without a network. */
  async loseBattery(): Promise<void> {
    await killProfile(this.#profile);
    this.#context = await powerUp(this.#profile);
    await this.#context.setOffline(true);
    this.page = firstPage(this.#context);
    await this.page.goto(this.#address);
  }

  /**
   * At the end of the shift: visits have reached the office; anonymous responses follow minutes later, apart from
   * them, and those too few for a batch are sealed. Resolves when the screen says that everything has arrived.
   */
  async endShift(): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: '同步' }).tap();
    await page.getByRole('button', { name: '现在同步' }).tap();
    await page.getByText(/^匿名答卷 \d 份/).waitFor();
    // What was finished last can be taken back for some seconds, and leaves only then; anonymous responses among it.
    const unsent = page.locator('section', { has: page.getByRole('heading', { name: '没有送达' }) });
    await unsent.getByRole('listitem').first().waitFor({ state: 'detached' });
    const anonymous = /\d+/.exec(await page.getByText(/^匿名答卷 \d 份/).innerText())?.[0];
    await page.getByText(`还有 ${anonymous} 条没有送达办公室。`).waitFor();
    await page.clock.install();
    for (const minutes of ['03:00', '03:00']) {
      // Somebody touches it now and then, or it would lock itself.
      await page.mouse.move(minutes.length, 0);
      await page.clock.fastForward(minutes);
      await page.mouse.move(0, minutes.length);
    }
    await page.getByRole('button', { name: '今天收工' }).tap();
    await page.getByText('这台平板上的内容已全部送达办公室。').waitFor();
  }
}

async function powerUp(profile: string): Promise<BrowserContext> {
  const context = await openProfile(profile, { viewport: lying, hasTouch: true });
  context.setDefaultTimeout(patience);
  return context;
}

function firstPage(context: BrowserContext): Page {
  const [page] = context.pages();
  if (page === undefined) throw new Error('Chromium opened without a page');
  return page;
}
