/** What a finger does on the tablet's screen, and what is to be seen of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { must } from '@huhudao/domain';

/** What the screen shows once a touch has had its effect: an element, and words in it. */
export type Sight = { selector: string; words?: string };

type Point = { x: number; y: number };

/** A short tap. A program's finger would be gone before the page has drawn that it is there. */
const restMs = 80;

/**
 * Taps, and marks in the trace when the finger left the glass and when the sight was there. The page looks for it
 * itself, once after each turn that changed something, and is asked once, at the end: questions meanwhile would be in
 * what is measured.
 */
export async function tapFor(page: Page, target: Locator, sight: Sight): Promise<void> {
  const { x, y } = await middleOf(target);
  await page.evaluate(watch, { sight, event: 'pointerup', lateMs: 0 });
  const glass = await page.context().newCDPSession(page);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await sleep(restMs);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.evaluate(seen);
  await glass.detach();
}

/** How long a finger has to stay, until what it is on is chosen. */
const holdMs = 450;

/** Presses until the sight is there. The time counts from the moment at which the press is long enough. */
export async function holdFor(page: Page, target: Locator, sight: Sight): Promise<void> {
  const point = await middleOf(target);
  await page.evaluate(watch, { sight, event: 'pointerdown', lateMs: holdMs });
  const glass = await page.context().newCDPSession(page);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await page.evaluate(seen);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await glass.detach();
}

const moveMs = 1000 / 60;

/** Draws a finger over the glass, sixty positions a second, after it has rested where it was put down. */
export async function drag(page: Page, from: Point, to: Point, ms: number, restMs = 0): Promise<void> {
  const glass = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  if (restMs > 0) await sleep(restMs);
  const steps = Math.round(ms / moveMs);
  const begun = performance.now();
  const moves: Promise<unknown>[] = [];
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    const ahead = begun + step * moveMs - performance.now();
    if (ahead > 0) await sleep(ahead);
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    moves.push(touch('touchMove', [at]));
  }
  await Promise.all(moves);
  await touch('touchEnd', []);
  await glass.detach();
}

async function middleOf(target: Locator): Promise<Point> {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = must(await target.boundingBox(), 'a place on the screen');
  return { x: x + width / 2, y: y + height / 2 };
}

declare global {
  interface Window {
    sightSeen: Promise<void>;
  }
}

/** In the page: ends some pictures after the sight was there, for the picture with it has to be in the trace. */
const seen = () => window.sightSeen;

/** In the page. */
function watch({ sight, event, lateMs }: { sight: Sight; event: string; lateMs: number }): void {
  const isThere = () =>
    [...document.querySelectorAll(sight.selector)].some((one) =>
      (one.textContent ?? '').includes(sight.words ?? ''),
    );
  if (isThere()) throw new Error(`${sight.selector} ${sight.words ?? ''} is there already`);
  const touched = (touch: Event) => performance.mark('input', { startTime: touch.timeStamp + lateMs });
  window.addEventListener(event, touched, { capture: true, once: true });
  const afterFrames = (frames: number, then: () => void): void => {
    if (frames > 0) requestAnimationFrame(() => afterFrames(frames - 1, then));
    else setTimeout(then, 500);
  };
  window.sightSeen = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      performance.mark('shown');
      afterFrames(4, resolve);
    });
    const all = { subtree: true, childList: true, attributes: true, characterData: true } as const;
    observer.observe(document.body, all);
  });
}
