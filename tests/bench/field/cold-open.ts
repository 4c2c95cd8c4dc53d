/** From the start of the browser's process on a tablet's profile, without a network, until a worker sees their work. */
import type { Page } from 'playwright-core';
import { must } from '@huhudao/domain';
import { pin } from '../../tablet/pin.ts';
import { openTablet, pageOf, slowDown } from './profile.ts';

/** Seconds. */
export type ColdOpen = {
  /** The browser's own start, until it is asked for the page. */
  browser: number;
  /** From there until the PIN can be typed: the app, its list of people, the tap on one of them, the pad. */
  app: number;
  /** Typing six digits as fast as a program does. No part of the sum. */
  typing: number;
  /** From the last digit until the worker's stairwells are on the screen. */
  work: number;
  /** The part of `work` in which the PIN is stretched; the browser does it in a thread that is not slowed down. */
  stretching: number;
};

export const sumOf = ({ browser, app, work }: ColdOpen): number => browser + app + work;

export async function coldOpen(profile: string, address: string, slower: number): Promise<ColdOpen> {
  const started = Date.now();
  const context = await openTablet(profile, { offline: true });
  try {
    const page = await pageOf(context);
    await slowDown(page, slower);
    await page.addInitScript(watchOpening, pin.length);
    const asked = Date.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'pad' in window.opening);
    await page.keyboard.type(pin);
    const seen = await marksOf(page);
    return {
      browser: (asked - started) / 1000,
      app: (seen.pad - asked) / 1000,
      typing: (seen.typed - seen.pad) / 1000,
      work: (seen.work - seen.typed) / 1000,
      stretching: seen.stretching / 1000,
    };
  } finally {
    await context.close();
  }
}

type Marks = { pad: number; typed: number; work: number; stretching: number };

declare global {
  interface Window {
    opening: Partial<Marks>;
  }
}

async function marksOf(page: Page): Promise<Marks> {
  const found = await page.waitForFunction(() => ('work' in window.opening ? window.opening : null));
  const { pad, typed, work, stretching } = must(await found.jsonValue(), 'what was seen');
  return {
    pad: must(pad, 'the pad'),
    typed: must(typed, 'the PIN'),
    work: must(work, 'the work'),
    stretching: must(stretching, 'the stretching'),
  };
}

/** In the page: chooses the person, and notes, frame by frame, what is there. Milliseconds since 1970. */
function watchOpening(digits: number): void {
  const opening: Partial<Marks> = {};
  window.opening = opening;
  const now = () => performance.timeOrigin + performance.now();
  let typed = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      typed += 1;
      if (typed === digits) opening.typed = performance.timeOrigin + event.timeStamp;
    },
    { capture: true },
  );
  const derive = crypto.subtle.deriveBits.bind(crypto.subtle);
  crypto.subtle.deriveBits = async (...given) => {
    const begun = now();
    const bits = await derive(...given);
    opening.stretching = now() - begun;
    return bits;
  };
  let chosen = false;
  const look = (): void => {
    const tile = document.querySelector<HTMLElement>('main li button');
    if (!chosen && tile !== null) tile.click();
    chosen ||= tile !== null;
    if (document.querySelector('[role="group"] button') !== null) opening.pad ??= now();
    // In the frame after the one that shows it, so that it has been painted.
    if (document.querySelector('a[href*="/stairwells/"]') !== null)
      requestAnimationFrame(() => (opening.work ??= now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
