/** What residents want put right, written down in a stairwell without a network, with photos. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listIssues, readIssuePhoto, type IssueView } from '@huhudao/protocol';
import { photoWithPlace } from '../../apps/api/src/testing/photo.ts';
import { typePin, unlock } from './pin.ts';
import { openApp, openDoor, openLocked, openStand, signInOnScreen, until, type Stand } from './stand.ts';
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

async function issuesAtOffice(): Promise<IssueView[]> {
  const { office } = stand.street.people;
  return (await office.call(listIssues, { params: { areaId: stand.street.streetId } })).items;
}

async function takePhoto(page: Page, number: number): Promise<void> {
  const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(number) };
  await page.locator('input[name=camera]').setInputFiles(file);
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
}

test('an issue with a photo survives a reload and two dead batteries without a network, and the office sees both', async () => {
  const { switchOn, runOut } = tablets.take('li');
  const morning = await switchOn();
  await signInOnScreen(await openApp(morning, stand), stand);
  await runOut();

  const noon = await switchOn({ offline: true });
  const page = await openLocked(noon, stand);
  await openDoor(page, '602');
  await page.getByRole('link', { name: '居民反映问题' }).click();
  await page.getByText('漏水、排水', { exact: true }).click();
  await page.getByLabel('具体情况').fill('六楼楼道顶上一直滴水');
  await takePhoto(page, 1);
  await page.reload();
  await unlock(page);
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  expect(await page.getByLabel('具体情况').inputValue()).toBe('六楼楼道顶上一直滴水');
  await runOut();

  const afternoon = await switchOn({ offline: true });
  const again = await openLocked(afternoon, stand);
  await openDoor(again, '602');
  await again.getByRole('link', { name: '接着写反映的问题' }).click();
  await again.getByRole('img', { name: '第 1 张照片' }).waitFor();
  expect(await again.getByRole('radio', { name: '漏水、排水' }).isChecked()).toBe(true);
  await again.getByRole('button', { name: '记下这个问题' }).click();
  await again.getByText('602 室 漏水、排水 · 已存在平板上').waitFor();
  // Taken back, it is as it was.
  await again.getByRole('button', { name: '撤销' }).click();
  await again.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await again.getByRole('button', { name: '记下这个问题' }).click();
  // The words alone stand in the form as well, before they are saved.
  await again.getByText('602 室 漏水、排水 · 已存在平板上').waitFor();
  await again.getByText('六楼楼道顶上一直滴水').waitFor();
  expect(await issuesAtOffice()).toEqual([]);
  await runOut();

  const evening = await switchOn();
  const last = await openLocked(evening, stand);
  await last.getByText('已全部送达').waitFor();
  const [issue] = await issuesAtOffice();
  expect(issue).toMatchObject({
    category: 'leakage',
    note: '六楼楼道顶上一直滴水',
    personName: 'li',
    photos: [{ arrived: true, type: 'image/jpeg' }],
  });
  if (issue === undefined) throw new Error('no issue');
  const digest = issue.photos[0]?.digest ?? '';
  const params = { areaId: stand.street.streetId, issueId: issue.id, digest };
  const { bytes } = await stand.street.people.office.call(readIssuePhoto, { params });
  expect(Buffer.from(bytes).includes('planted-camera')).toBe(false);
  expect(bytes.length).toBeLessThan((await photoWithPlace(1)).length);
  // What was pulled since tells it at the door as well, once.
  await openDoor(last, '602');
  await last.getByText('六楼楼道顶上一直滴水').waitFor();
  expect(await last.getByText('六楼楼道顶上一直滴水').count()).toBe(1);
  await evening.close();
});

test('on a mobile network the issue goes at once and its photo waits for Wi-Fi, or for a tap', async () => {
  const { switchOn } = tablets.take('li-mobile');
  const context = await switchOn();
  await context.addInitScript(() => {
    const connection = Object.assign(new EventTarget(), { type: 'cellular' });
    Object.defineProperty(navigator, 'connection', { value: connection });
  });
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  const before = (await issuesAtOffice()).length;
  await openDoor(page, '601');
  await page.getByRole('link', { name: '居民反映问题' }).click();
  await page.getByText('电梯', { exact: true }).click();
  await takePhoto(page, 2);
  await page.getByRole('button', { name: '记下这个问题' }).click();
  const found = await until(issuesAtOffice, (issues) => issues.length > before);
  expect(found[0]?.photos).toMatchObject([{ arrived: false }]);
  await page.getByRole('link', { name: '同步', exact: true }).click();
  await page.getByText('1 张照片在等 Wi-Fi。').waitFor();
  await page.getByText(/还有 1 条没有送达办公室/).waitFor();
  await page.getByText('柳苑1栋1单元 601 室').waitFor();
  await page.getByRole('button', { name: '现在就发送照片' }).click();
  await page.getByText('这台平板上的内容已全部送达办公室。').waitFor();
  expect((await issuesAtOffice())[0]?.photos).toMatchObject([{ arrived: true }]);
  await context.close();
});

test('inside a visit an issue is reported in the worker’s part, and the visit goes on where it was', async () => {
  const { switchOn } = tablets.take('li-visit');
  const context = await switchOn();
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await openDoor(page, '501');
  await page.getByRole('link', { name: '开始走访' }).click();
  await page.getByRole('button', { name: '没能谈成' }).waitFor();
  expect(await page.getByRole('button', { name: '居民反映问题' }).count()).toBe(0);
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('匿名', { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
  await page.getByText('听说过，不了解', { exact: true }).click();
  await page.getByRole('button', { name: '停下' }).click();
  await page.getByRole('button', { name: /到此为止/ }).click();
  // The tablet is in the resident's hands until it was given back.
  expect(await page.getByRole('button', { name: '居民反映问题' }).count()).toBe(0);
  await typePin(page);
  await page.getByRole('button', { name: '居民反映问题' }).click();
  await page.getByText('其他', { exact: true }).click();
  const save = page.getByRole('button', { name: '记下这个问题' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('具体情况').fill('希望装一张长椅');
  await save.click();
  await page.getByText('已记下 1 个问题').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '保存走访' }).click();
  const found = await until(issuesAtOffice, (issues) => issues.some(({ category }) => category === 'other'));
  expect(found.find(({ category }) => category === 'other')?.note).toBe('希望装一张长椅');
  await context.close();
});
