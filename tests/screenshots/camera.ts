/** Takes a picture of what a person sees, and looks at the page for what a picture does not show. */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Locale } from '@huhudao/protocol';
import { root } from '../../tools/lib/root.ts';
import { findInaccessible } from './checks/accessibility.ts';
import { findBrokenWords } from './checks/broken-words.ts';
import { findCutTexts } from './checks/cut-texts.ts';
import { ForeignWords } from './checks/foreign-words.ts';
import { findSmallTargets } from './checks/touch-targets.ts';
import { Troubles } from './checks/troubles.ts';
import { faults } from './faults.ts';
import type { Session } from './session.ts';

export const pictures = path.join(root, 'tests', '.artifacts', 'screenshots');

export type App = 'start' | 'office' | 'tablet';
export type Theme = 'light' | 'dark';
/** As the apps name them. */
export type TypeSize = 'standard' | 'large' | 'largest';
export type Size = { width: number; height: number };
export type Look = { app: App; locale: Locale; theme: Theme; typeSize?: TypeSize };

const overlays = '.ant-drawer-open, .ant-modal-wrap:visible';

/** Somebody's browser: one language, one theme, one sign-in. */
export class Camera {
  readonly page: Page;
  readonly troubles: Troubles;
  readonly look: Look;
  readonly #words: ForeignWords;

  private constructor(page: Page, look: Look) {
    this.page = page;
    this.look = look;
    this.troubles = new Troubles(page.context());
    this.#words = new ForeignWords(page.context(), look.locale);
  }

  static async open(browser: Browser, look: Look, size: Size): Promise<Camera> {
    const context = await browser.newContext({
      locale: look.locale,
      timezoneId: 'Asia/Shanghai',
      viewport: size,
      reducedMotion: 'reduce',
      colorScheme: look.theme,
      hasTouch: look.app === 'tablet',
    });
    await remember(context, look);
    // Longer than anything takes, on a machine that does much else.
    context.setDefaultTimeout(60_000);
    return new Camera(await context.newPage(), look);
  }

  /** Brings a screen about; where that fails, it is a fault of that screen and the others are still taken. */
  async show(screen: string, open: (page: Page) => Promise<void>): Promise<boolean> {
    try {
      await open(this.page);
      return true;
    } catch (error) {
      const { app, locale } = this.look;
      const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
      faults.add(`${app}/${screen}-${locale}`, { 'not shown': [reason] });
      return false;
    }
  }

  /** Brings a screen about, and takes it if it was asked for: the next one may begin where this one ends. */
  async picture(
    session: Pick<Session, 'isWanted'>,
    screen: string,
    sizes: readonly Size[],
    open: (page: Page) => Promise<void>,
    fleeting = false,
  ): Promise<void> {
    const shown = await this.show(screen, open);
    if (shown && session.isWanted(`${this.look.app}/${screen}`)) await this.take(screen, sizes, fleeting);
  }

  /** Takes the picture at every size, and looks at the page each time unless it is gone by then. */
  async take(screen: string, sizes: readonly Size[], fleeting = false): Promise<void> {
    for (const size of sizes) {
      await this.page.setViewportSize(size);
      await settle(this.page);
      const { app, locale, theme, typeSize = 'standard' } = this.look;
      const others = [theme, typeSize].filter((one) => one !== 'light' && one !== 'standard');
      const name = [`${app}/${screen}-${size.width}x${size.height}-${locale}`, ...others].join('-');
      await this.#shoot(path.join(pictures, `${name}.png`));
      if (fleeting) continue;
      faults.add(name, await this.#examine());
    }
  }

  /** What fits into the window, as a PNG. */
  async see(): Promise<Buffer> {
    await settle(this.page);
    return await this.page.screenshot({ animations: 'disabled', caret: 'hide' });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #shoot(file: string): Promise<void> {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // The office's pages scroll as a whole; a tablet shows one screen, and what lies over a page is as large as it.
    const fullPage = this.look.app !== 'tablet' && (await this.page.locator(overlays).count()) === 0;
    await this.page.screenshot({ path: file, fullPage, animations: 'disabled', caret: 'hide' });
  }

  async #examine(): Promise<Record<string, string[]>> {
    const { page } = this;
    return {
      accessibility: await findInaccessible(page),
      'broken over lines': await findBrokenWords(page),
      'cut off': await findCutTexts(page),
      language: await this.#words.find(page),
      'too small': this.look.app === 'tablet' ? await findSmallTargets(page) : [],
      trouble: this.troubles.take(),
    };
  }
}

/** The device's choices as the product itself keeps them. */
async function remember(
  context: BrowserContext,
  { locale, theme, typeSize = 'standard' }: Look,
): Promise<void> {
  await context.addInitScript(
    ([language, appearance]) => {
      localStorage.setItem('huhudao.locale', String(language));
      localStorage.setItem('huhudao.appearance', String(appearance));
    },
    [locale, JSON.stringify({ theme, typeSize })],
  );
}

/** Until nothing is being fetched or drawn any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-spin-spinning, .ant-skeleton-active').first().waitFor({ state: 'hidden' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Charts and layouts follow a change of size a moment later.
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
}
