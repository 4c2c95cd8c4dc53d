/** A real Chromium profile in a worker's hands. Whatever its screen calls saved is written into the ledger. */
import type { BrowserContext, Page } from 'playwright-core';
import { must, type IdentityMode, type Outcome } from '@huhudao/domain';
import type { TestPerson } from '../../../apps/api/src/testing/test-api.ts';
import { typePin, unlock } from '../../tablet/pin.ts';
import { beginQuestions, openApp, openDoor, signInOnScreen, stopAndSave } from '../../tablet/stand.ts';
import type { Answered } from './ledger.ts';
import type { FaultStand } from './stand.ts';

/** How long anybody at a screen waits for what must come, in milliseconds: the machine may have much else to do. */
const patience = 120_000;

const outcomes: Readonly<Record<string, Outcome>> = {
  无人在家: 'notHome',
  已走访并答卷: 'completed',
  答卷未完成: 'partial',
  已走访未答卷: 'visited',
};
const modes = {
  匿名: 'anonymous',
  保密: 'confidential',
  '实名，欢迎回访': 'named',
} as const satisfies Record<string, IdentityMode>;
/** The choices of the first question, and how its definition names them. */
const choices = { '听说过，不了解': 'heardOf', 不知道: 'dontKnow' } as const;

type Mode = keyof typeof modes;
type Choice = keyof typeof choices;
const firstChoice: Choice = '听说过，不了解';

type Power = {
  profile: string;
  switchOn: (options?: { offline?: boolean }) => Promise<BrowserContext>;
  runOut: () => Promise<void>;
};

export type SwitchOn = {
  /** Done to the browser before the app is opened in it. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
};

export class WorkerTablet {
  readonly worker: TestPerson;
  readonly #stand: FaultStand;
  readonly #power: Power;
  #context: BrowserContext | undefined;

  private constructor(stand: FaultStand, worker: TestPerson, name: string) {
    this.worker = worker;
    this.#stand = stand;
    this.#power = stand.tablets.take(name);
  }

  /** A tablet that nobody has used before; the worker signs in, and everything is pulled. */
  static async signIn(
    stand: FaultStand,
    worker: TestPerson,
    { name = worker.name, prepare }: SwitchOn & { name?: string } = {},
  ): Promise<WorkerTablet> {
    const tablet = new WorkerTablet(stand, worker, name);
    await tablet.#powerUp(prepare);
    await signInOnScreen(await openApp(tablet.context, stand), worker);
    return tablet;
  }

  /** The folder of its disk. */
  get profile(): string {
    return this.#power.profile;
  }

  get context(): BrowserContext {
    return must(this.#context, 'a tablet that is switched on');
  }

  get page(): Page {
    return must(this.context.pages()[0], 'the page of the app');
  }

  /** kill -9 of every process of the browser. */
  async runOut(): Promise<void> {
    await this.#power.runOut();
    this.#context = undefined;
  }

  /** Starts the browser on the same profile, and opens the app by the PIN. */
  async switchOn({ prepare }: SwitchOn = {}): Promise<void> {
    await this.#powerUp(prepare);
    await openApp(this.context, this.#stand);
    await this.#unlock(this.page);
  }

  /** The app is opened anew: what could still be taken back is in the outbox then. */
  async reopen(): Promise<void> {
    await this.page.goto(this.#stand.address);
    await this.#unlock(this.page);
  }

  /** A second tab of the same app. */
  async openTab(): Promise<Page> {
    const tab = await this.context.newPage();
    await tab.goto(this.#stand.address);
    await this.#unlock(tab);
    return tab;
  }

  async nobodyHome(room: string, page = this.page): Promise<void> {
    await this.#goToDoor(page, room);
    const from = await now(page);
    await page.getByRole('button', { name: '无人在家' }).click();
    await this.#noteSaved(page, room, from, null);
  }

  /** One question is answered, and what was answered counts. */
  async answer(room: string, mode: Mode, choice?: Choice): Promise<void> {
    await this.beginToAnswer(room, mode, choice);
    await this.finishAnswering(room, mode, choice);
  }

  /** The tablet is in the resident's hands, and one question is answered. */
  async beginToAnswer(room: string, mode: Mode, choice: Choice = firstChoice): Promise<void> {
    const { page } = this;
    await this.#goToDoor(page, room);
    await beginQuestions(page, mode);
    await page.getByText(choice, { exact: true }).click();
    await page.getByRole('radio', { name: choice, checked: true }).waitFor({ state: 'attached' });
  }

  /** The resident stops there, and the worker saves the visit. */
  async finishAnswering(room: string, mode: Mode, choice: Choice = firstChoice): Promise<void> {
    const { page } = this;
    const from = await now(page);
    await stopAndSave(page);
    const answers = { knowsCampaign: choices[choice] };
    await this.#noteSaved(page, room, from, { mode: modes[mode], answers });
  }

  /** The resident gives the tablet back, and what was answered is handed in as it stands: the door is another team's. */
  async handInAfterGivingBack(room: string, mode: Mode, choice: Choice = firstChoice): Promise<void> {
    const { page } = this;
    await page.getByText('这份问卷已不能接着填了。').waitFor();
    await typePin(page);
    await page.getByRole('link', { name: '返回' }).click();
    await this.openSync();
    const from = await now(page);
    await page
      .getByRole('listitem')
      .filter({ hasText: `${room} 室` })
      .getByRole('button', { name: '照原样送交' })
      .click();
    const answers = { knowsCampaign: choices[choice] };
    await this.#noteSaved(page, room, from, { mode: modes[mode], answers });
  }

  /** A visit is begun and put aside: a draft. */
  async begin(room: string, stairwell = '柳苑1栋1单元'): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: '今日' }).click();
    await openDoor(page, room, stairwell);
    await page.getByRole('link', { name: '开始走访' }).click();
    await page.getByRole('button', { name: '居民愿意谈' }).click();
    await page.getByText('邻居', { exact: true }).click();
    await page.getByRole('button', { name: '先停下，以后再接着来' }).click();
    await page.getByRole('link', { name: '继续走访' }).waitFor();
    this.#stand.ledger.begun(this.worker.name, room);
  }

  /** Somebody wants to see it tried; where the tablet is at it already, the tap does nothing. */
  async sync(page = this.page): Promise<void> {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^(正在)?同步$/ })
      .click();
  }

  /** The badge says that nothing is left. */
  async untilAllSent(page = this.page): Promise<void> {
    await page.getByRole('banner').getByText('已全部送达').waitFor();
  }

  /** The badge says that so many have not been confirmed, and does not say that all were. */
  async untilUnsent(count: number, page = this.page): Promise<void> {
    await page.getByRole('banner').getByText(`未送达 ${count} 条`).waitFor();
    await page.getByRole('banner').getByText('已全部送达').waitFor({ state: 'detached' });
  }

  /** Opens the page on which it is said what has not been sent, and why. */
  async openSync(page = this.page): Promise<void> {
    await page.getByRole('link', { name: '同步', exact: true }).click();
    await page.getByRole('heading', { name: '同步', level: 1 }).waitFor();
  }

  /** The sentence by which the page says why the last try came to nothing. */
  async untilReason(sentence: string | RegExp): Promise<void> {
    await this.openSync();
    await this.page.getByText(sentence).first().waitFor();
  }

  /** Rooms with visits that can be gone on with, as the screen lists them. */
  async draftsOnScreen(): Promise<string[]> {
    await this.openSync();
    const section = this.page.locator('section', {
      has: this.page.getByRole('heading', { name: '没写完的走访' }),
    });
    const rows = await section
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: '继续走访' }) })
      .allInnerTexts();
    return rows.flatMap((text) => /(\d+) 室/.exec(text)?.[1] ?? []);
  }

  async #powerUp(prepare: SwitchOn['prepare']): Promise<void> {
    const context = await this.#power.switchOn();
    context.setDefaultTimeout(patience);
    await prepare?.(context);
    this.#context = context;
  }

  async #unlock(page: Page): Promise<void> {
    await unlock(page);
    await page.getByRole('navigation').waitFor();
  }

  async #goToDoor(page: Page, room: string): Promise<void> {
    await page.getByRole('link', { name: '今日' }).click();
    await openDoor(page, room);
  }

  async #noteSaved(page: Page, room: string, from: number, answered: Answered | null): Promise<void> {
    const said = page.getByText(new RegExp(`^${room} 室 .* · 已存在平板上$`)).last();
    const [, shown, word = ''] = must(
      /^(\S+) 室 (.*) · 已存在平板上$/.exec(await said.innerText()),
      'what the screen calls saved',
    );
    const outcome = must(outcomes[word], `an outcome called ${word}`);
    const until = await now(page);
    const person = this.worker.name;
    this.#stand.ledger.saved({ person, room: must(shown, 'a room'), outcome, from, until, answered });
  }
}

const now = (page: Page): Promise<number> => page.evaluate(() => Date.now());
