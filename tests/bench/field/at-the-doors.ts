/** What a worker does all day: opens a door, records how it ended, has a questionnaire answered, looks over a tower. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { questionnaire } from '@huhudao/questionnaire';
import { must } from '@huhudao/domain';
import { drag, holdFor, tapFor } from './finger.ts';
import { traced, type Frames } from './trace.ts';

/** Milliseconds from the touch to the picture that shows what it did. */
export type Responses = { sheets: number[]; outcomes: number[]; turns: number[]; holds: number[] };

/** Nobody records faster than this; what was saved before can still be taken back and stands on the screen. */
const betweenDoors = 2500;

const gridDoor = (page: Page, floor: number, room: number) =>
  page.locator('[role="grid"] button', { hasText: new RegExp(`^${roomOf(floor, room)}\\D`) });

const roomOf = (floor: number, room: number): string => `${floor}0${room}`;

export async function openTower(page: Page): Promise<void> {
  await page.locator('a[href*="/stairwells/"]', { hasText: '塔楼' }).first().tap();
  await page.locator('[role="grid"]').getByText('3301').waitFor();
}

/** Opens so many doors of the tower, two a floor, and records that nobody was at home. */
export async function knockAtDoors(
  page: Page,
  count: number,
): Promise<Pick<Responses, 'sheets' | 'outcomes'>> {
  const done: Pick<Responses, 'sheets' | 'outcomes'> = { sheets: [], outcomes: [] };
  for (let number = 0; number < count; number++) {
    const [floor, room] = [33 - (number >> 1), 2 + (number % 2) * 3];
    const words = roomOf(floor, room);
    // Above what was just saved, which lies over the lower part of the screen.
    await gridDoor(page, floor, room).evaluate((door) => door.scrollIntoView({ block: 'start' }));
    const sheet = await traced(page, () =>
      tapFor(page, gridDoor(page, floor, room), { selector: 'article h1', words }),
    );
    const outcome = await traced(page, () =>
      tapFor(page, page.getByRole('button', { name: '无人在家', exact: true }), {
        selector: '[role="status"]',
        words: `${words} 室 无人在家 · 已存在平板上`,
      }),
    );
    done.sheets.push(...sheet.responses());
    done.outcomes.push(...outcome.responses());
    await sleep(betweenDoors);
  }
  return done;
}

/** A finger that has just answered has some way to the button below. */
const toTheButton = 500;

const onward = { name: '下一页', exact: true };
const backward = { name: '上一页', exact: true };

/**
 * Turns the pages of the questionnaire: on with every item answered, back, and on again. The last page is left as it is:
 * its button ends the questionnaire.
 */
export async function turnPages(page: Page): Promise<number[]> {
  await beginQuestions(page);
  const turns: number[] = [];
  const firsts = questionnaire.pages.map(({ elements }) => must(elements[0], 'a question').name);
  const turn = async (button: typeof onward, to: number) => {
    const sight = { selector: `[data-name="${must(firsts[to], 'a page')}"]` };
    const trace = await traced(page, () => tapFor(page, page.getByRole('button', button), sight));
    turns.push(...trace.responses());
  };
  const last = firsts.length - 1;
  for (let to = 1; to <= last; to++) {
    await answerItems(page, must(questionnaire.pages[to - 1], 'a page').elements);
    await sleep(toTheButton);
    await turn(onward, to);
  }
  for (let to = last - 1; to >= 0; to--) await turn(backward, to);
  for (let to = 1; to <= last; to++) await turn(onward, to);
  return turns;
}

async function answerItems(page: Page, items: readonly { name: string }[]): Promise<void> {
  for (const { name } of items) await page.locator(`[data-name="${name}"] label`).nth(1).tap();
}

/** From a door that nobody has been to, to the first question. */
async function beginQuestions(page: Page): Promise<void> {
  await gridDoor(page, 2, 4).tap();
  await page.getByRole('link', { name: '开始走访' }).tap();
  for (const name of ['居民愿意谈', '下一步']) await page.getByRole('button', { name, exact: true }).tap();
  await page.getByText('保密', { exact: true }).tap();
  await page.getByRole('button', { name: '同意，开始' }).tap();
  await page.getByRole('button', onward).waitFor();
}

/** Chooses doors by holding them, so many times; what was chosen is let go again. */
export async function holdDoors(page: Page, count: number): Promise<number[]> {
  const holds: number[] = [];
  for (let number = 0; number < count; number++) {
    const [floor, room] = [10 + (number % 5), 1 + (number % 8)];
    const door = gridDoor(page, floor, room);
    const id = must(await door.getAttribute('data-door'), 'a door');
    const selector = `[aria-selected="true"] [data-door="${id}"]`;
    const trace = await traced(page, () => holdFor(page, door, { selector }));
    holds.push(...trace.responses());
    await page.getByRole('button', { name: '取消', exact: true }).tap();
    await page.getByRole('toolbar').waitFor({ state: 'detached' });
  }
  return holds;
}

/** From the top of the tower to its ground floor and back, a finger's length at a time. */
export async function scrollTower(page: Page, times: number): Promise<Frames> {
  const [high, low] = [
    { x: 640, y: 140 },
    { x: 640, y: 740 },
  ];
  const trace = await traced(page, async () => {
    for (let time = 0; time < times; time++)
      for (const [from, to] of [
        [low, high],
        [low, high],
        [low, high],
        [high, low],
        [high, low],
        [high, low],
      ] as const)
        await drag(page, from, to, 500);
  });
  return trace.scrolling();
}
