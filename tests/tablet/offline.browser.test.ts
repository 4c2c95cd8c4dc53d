/** A tablet in stairwells without a network, with a battery that runs out. */
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  beginQuestions,
  openApp,
  openLocked,
  openDoor,
  openStand,
  signInOnScreen,
  stopAndSave,
  until,
  type Stand,
} from './stand.ts';
import { typePin, unlock } from './pin.ts';
import { Tablets } from './tablets.ts';

let stand: Stand;
const tablets = new Tablets();

beforeAll(async () => {
  stand = await openStand();
});

afterAll(async () => {
  await tablets.close();
  await stand.close();
});

async function atOffice() {
  const [visits, responses, anonymous] = await Promise.all([
    stand.api.sql<{ outcome: string }[]>`select outcome from visit`,
    stand.api.sql<{ identityMode: string; answers: unknown }[]>`select identity_mode, answers from response`,
    stand.api.sql<{ answers: unknown }[]>`select answers from anonymous_response`,
  ]);
  return { visits: [...visits], responses: [...responses], anonymous: [...anonymous] };
}

/** The rows of one table of the signed-in person's store, as whoever holds the tablet could read them. */
async function readStore(context: BrowserContext, table: string): Promise<Record<string, unknown>[]> {
  const [page] = context.pages();
  if (page === undefined) throw new Error('no page');
  return page.evaluate(async (name) => {
    const databases = await indexedDB.databases();
    const own = databases.find((database) => database.name?.startsWith('huhudao-') === true)?.name;
    const request = indexedDB.open(own ?? '');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const all = request.result.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    request.result.close();
    return all.result as Record<string, unknown>[];
  }, table);
}

/** Resolves when the draft was written and is not being written: two looks a second apart find the same. */
async function draftAtRest(context: BrowserContext): Promise<void> {
  let before = '';
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return JSON.stringify(await readStore(context, 'drafts'));
    },
    (now) => {
      const same = now !== '[]' && now === before;
      before = now;
      return same;
    },
  );
}

test('a battery that runs out in the middle of a questionnaire loses nothing: same door, same question, same answers', async () => {
  const { switchOn, runOut } = tablets.take('li');
  const morning = await switchOn();
  await signInOnScreen(await openApp(morning, stand), stand);
  await runOut();

  const noon = await switchOn({ offline: true });
  const page = await openLocked(noon, stand);
  await openDoor(page, '602');
  await beginQuestions(page, '保密');
  await page.getByText('听说过，不了解', { exact: true }).click();
  await page.getByText('不太满意', { exact: true }).click();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('参加过几次', { exact: true }).click();
  await page.getByRole('radio', { name: '参加过几次', checked: true }).waitFor({ state: 'attached' });
  await draftAtRest(noon);
  await runOut();

  const afternoon = await switchOn({ offline: true });
  // It was in the resident's hands: it opens where it was, whatever the address says.
  const again = await openApp(afternoon, stand);
  await typePin(again);
  await again.getByRole('radio', { name: '参加过几次' }).waitFor({ state: 'attached' });
  expect(await again.getByRole('radio', { name: '参加过几次' }).isChecked()).toBe(true);
  await again.getByRole('button', { name: '上一页' }).click();
  expect(await again.getByRole('radio', { name: '听说过，不了解' }).isChecked()).toBe(true);
  expect(await again.getByRole('radio', { name: '不太满意' }).isChecked()).toBe(true);
  await stopAndSave(again);
  // Within the seconds in which it could still be undone.
  await runOut();

  const evening = await switchOn();
  const last = await openLocked(evening, stand);
  await last.getByText('已全部送达').waitFor();
  const { visits, responses } = await atOffice();
  expect(visits).toEqual([{ outcome: 'partial' }]);
  expect(responses).toMatchObject([
    {
      identityMode: 'confidential',
      answers: { knowsCampaign: 'heardOf', overallSatisfaction: 'notVerySatisfied', takesPart: 'sometimes' },
    },
  ]);

  const rows = await readStore(evening, 'records');
  const response = rows.find((row) => row['kind'] === 'recordResponse');
  expect(response).toMatchObject({ state: 'accepted', payload: null });
  expect(response?.['sealed']).toEqual(expect.any(String));
  expect(await readStore(evening, 'drafts')).toEqual([]);
  await evening.close();
});

test('a number called sent was confirmed by the office; an anonymous answer has no door on the tablet either', async () => {
  const before = (await atOffice()).visits.length;
  const { switchOn } = tablets.take('li-again');
  const context = await switchOn();
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await context.setOffline(true);

  await openDoor(page, '601');
  await page.getByRole('button', { name: '无人在家' }).click();
  await page.getByText('601 室 无人在家 · 已存在平板上').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已全部送达').waitFor();
  await beginQuestions(page, '匿名');
  await page.getByText('听说过，不了解', { exact: true }).click();
  await stopAndSave(page);
  await page.getByRole('link', { name: '同步', exact: true }).click();
  await page.getByText(/还有 1 条没有送达办公室/).waitFor();
  await page.getByText('柳苑1栋1单元 601 室').waitFor();
  // Frozen: the visit and, apart from it, the response.
  await page.getByText(/还有 2 条没有送达办公室/).waitFor({ timeout: 30_000 });
  expect((await atOffice()).visits).toHaveLength(before);

  await context.setOffline(false);
  await until(atOffice, ({ visits }) => visits.length > before);
  await page.getByText(/还有 1 条没有送达办公室/).waitFor();
  expect(await page.getByText('这台平板上的内容已全部送达办公室。').count()).toBe(0);
  const [row, ...others] = await readStore(context, 'anonymous');
  expect(others).toEqual([]);
  expect(Object.keys(row ?? {}).toSorted()).toEqual([
    'box',
    'id',
    'response',
    'roundId',
    'state',
    'streetId',
  ]);
  const visits = JSON.stringify(await stand.api.sql`select * from visit`);
  expect(visits).not.toContain('heardOf');
  await context.close();
});

test('without a network the tablet speaks English to whoever asks for it, also when it is started again', async () => {
  const { switchOn } = tablets.take('english');
  const online = await switchOn();
  await signInOnScreen(await openApp(online, stand), stand);
  await online.close();

  const offline = await switchOn({ offline: true });
  const page = await openLocked(offline, stand);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByText('English', { exact: true }).click();
  const heading = page.getByRole('heading', { name: 'Settings', level: 1 });
  await heading.waitFor();
  await page.reload();
  await unlock(page);
  await heading.waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await offline.close();
});
