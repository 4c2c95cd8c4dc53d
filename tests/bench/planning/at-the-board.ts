/** What a planner does: opens the calendar, asks for a suggestion, and drags a slot to another day. */
import type { Page } from 'playwright-core';
import { must } from '@huhudao/domain';
import { drag, tapFor } from '../field/finger.ts';
import { traced } from '../field/trace.ts';

const board = { selector: 'main [data-drop]' };
const suggested = { selector: 'main button', words: '全部排进去' };

/** Milliseconds from the tap on the menu to the picture with the calendar. */
export async function openBoard(page: Page, times: number): Promise<number[]> {
  const opens: number[] = [];
  for (let time = 0; time < times; time++) {
    await page.getByRole('link', { name: '今日', exact: true }).tap();
    await page.locator('a[href*="/stairwells/"]').first().waitFor();
    const trace = await traced(page, () =>
      tapFor(page, page.getByRole('link', { name: '排班', exact: true }), board),
    );
    opens.push(...trace.responses());
  }
  return opens;
}

/** Milliseconds from the tap until the suggestion is on the screen. It is dropped again, but for the last. */
export async function suggest(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    if (time > 0) await page.getByRole('button', { name: '不用建议', exact: true }).tap();
    const ask = page.getByRole('button', { name: '建议排班', exact: true });
    const trace = await traced(page, () => tapFor(page, ask, suggested));
    taken.push(...trace.responses());
  }
  return taken;
}

/** As long as a finger rests on a handle before it moves; longer than what counts as a pause between pictures. */
const restMs = 250;

/** Milliseconds between two pictures while a slot is dragged: by its handle over the days of the week, and lets it go on another. */
export async function dragSlots(page: Page, times: number): Promise<number[]> {
  const handle = page.locator('main [data-drop] li[data-moves] > button:last-child').first();
  const frames: number[] = [];
  for (let time = 0; time < times; time++) {
    await handle.scrollIntoViewIfNeeded();
    const { x, y, width, height } = must(await handle.boundingBox(), 'a handle');
    const from = { x: x + width / 2, y: y + height / 2 };
    const to = { x: from.x > 640 ? from.x - 500 : from.x + 500, y: from.y };
    const trace = await traced(page, () => drag(page, from, to, 800, restMs));
    frames.push(...trace.intervals());
  }
  return frames;
}
