import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readAnswerLink } from '@huhudao/protocol';
import * as facts from '../../apps/api/src/tickets/tickets.facts.queries.ts';
import {
  answerAll,
  answerAndSend,
  begin,
  openLink,
  openPhone,
  sendNow,
  sentScreen,
  usePhoneStand,
} from './phone-stand.ts';

const set = usePhoneStand();

const { linked, boxes, anonymous } = {
  linked: (roundId: string) =>
    facts.listLinked(set.stand.stand.api.sql, set.stand.stand.street.streetId, roundId),
  boxes: (roundId: string) =>
    facts.listBoxes(set.stand.stand.api.sql, set.stand.stand.street.streetId, roundId),
  anonymous: (roundId: string) =>
    facts.listAnonymous(set.stand.stand.api.sql, set.stand.stand.street.streetId, roundId),
};

const close = (roundId: string) => set.stand.phones.closeRound(roundId);

const storage = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));

describe('a resident answers on their own phone', () => {
  test.each([
    ['实名，欢迎回访', 'named'],
    ['保密', 'confidential'],
  ] as const)(
    '%s: what they sent is stored with their household, and the code is used up',
    async (mode, identityMode) => {
      const { roundId, door, link, context, page } = await openLink(set);
      await answerAndSend(page, mode);
      await sentScreen(page).waitFor();
      expect(await linked(roundId)).toEqual([
        expect.objectContaining({
          householdId: door.id,
          identityMode,
          completionMode: 'ownDevice',
          counted: true,
        }),
      ]);
      await context.close();
      const other = await openPhone(set.browser);
      await other.page.goto(link);
      await other.page.getByText('这个二维码已经用过').waitFor();
      await other.context.close();
    },
  );

  test('anonymously: the household leaves the phone in no request, and the answers are counted when the round closes', async () => {
    const requests: Request[] = [];
    const { roundId, door, link, context, page } = await openLink(set, async (_, opening) => {
      opening.on('request', (request) => requests.push(request));
    });
    await answerAndSend(page, '匿名');
    await sentScreen(page).waitFor();
    const parts = readAnswerLink(new URL(link).hash);
    for (const request of requests) {
      const said = [
        request.url().split('#')[0],
        JSON.stringify(await request.allHeaders()),
        request.postData() ?? '',
      ];
      expect(said.join(' ')).not.toContain(door.id);
      expect(said.join(' ')).not.toContain(parts?.householdProof);
      expect(said.slice(0, 2).join(' ')).not.toContain(parts?.token);
    }
    expect(await boxes(roundId)).toHaveLength(1);
    await close(roundId);
    expect(await anonymous(roundId)).toEqual([
      expect.objectContaining({ communityId: door.communityId, completionMode: 'ownDevice' }),
    ]);
    await context.close();
  });

  test('where they stop, what they answered is sent as it is', async () => {
    const { roundId, context, page } = await openLink(set);
    await begin(page, '保密');
    await page.locator('.sd-selectbase__label').first().click();
    await page.getByRole('button', { name: '停下' }).click();
    await page.getByRole('button', { name: /到此为止/ }).click();
    await sentScreen(page).waitFor();
    expect(await linked(roundId)).toHaveLength(1);
    await context.close();
  });

  test('where they take it back, nothing is sent, nothing stays, and the code is still good', async () => {
    const { roundId, context, page } = await openLink(set);
    await begin(page, '保密');
    await page.locator('.sd-selectbase__label').first().click();
    await page.getByRole('button', { name: '停下' }).click();
    await page.getByRole('button', { name: /删掉已答的/ }).click();
    await page.getByRole('button', { name: '同意，开始' }).waitFor();
    expect(await storage(page)).not.toContain('knowsCampaign');
    await answerAndSend(page, '匿名');
    await sentScreen(page).waitFor();
    expect([await linked(roundId), (await boxes(roundId)).length]).toEqual([[], 1]);
    await context.close();
  });
});

describe('nothing is lost, and "sent" is true', () => {
  test('a page that is loaded anew goes on where it was; after sending the phone holds no answer and no code', async () => {
    const { context, page } = await openLink(set);
    await begin(page, '保密');
    await page.getByText('听说过，不了解').click();
    await page.reload();
    await page.locator('.sd-question').first().waitFor();
    expect(await page.getByRole('radio', { name: '听说过，不了解' }).isChecked()).toBe(true);
    await answerAll(page);
    await sendNow(page);
    await sentScreen(page).waitFor();
    expect(await storage(page)).not.toContain('knowsCampaign');
    expect(page.url()).not.toContain('#');
    await page.reload();
    await sentScreen(page).waitFor();
    await context.close();
  });

  test('where the reply is lost it says "not sent yet", and sending again has no second effect', async () => {
    const { roundId, context, page } = await openLink(set);
    let lost = 0;
    await page.route('**/api/answers', async (route) => {
      lost += 1;
      if (lost > 2) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await answerAndSend(page, '保密');
    await page.getByRole('heading', { name: '还没有送出' }).waitFor();
    expect(await linked(roundId)).toHaveLength(1);
    await page.reload();
    await page.getByRole('heading', { name: '还没有送出' }).waitFor();
    await page.getByRole('button', { name: '再试一次' }).click();
    await sentScreen(page).waitFor();
    expect([lost, (await linked(roundId)).length]).toEqual([3, 1]);
    await context.close();
  });

  test('a network’s own sign-in page is not taken for an answer', async () => {
    const { roundId, context, page } = await openLink(set);
    await page.route('**/api/answers', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>请登录无线网络</h1>' }),
    );
    await answerAndSend(page, '匿名');
    await page.getByRole('heading', { name: '还没有送出' }).waitFor();
    expect(await boxes(roundId)).toEqual([]);
    await page.unroute('**/api/answers');
    await page.getByRole('button', { name: '再试一次' }).click();
    await sentScreen(page).waitFor();
    await context.close();
  });

  test('without a network it waits, and sends by itself once there is one', async () => {
    const { roundId, context, page } = await openLink(set);
    await begin(page, '匿名');
    await answerAll(page);
    await context.setOffline(true);
    await sendNow(page);
    await page.getByRole('heading', { name: '还没有送出' }).waitFor();
    await context.setOffline(false);
    await sentScreen(page).waitFor();
    expect(await boxes(roundId)).toHaveLength(1);
    await context.close();
  });

  test('where the round ends before they have finished, they are told that nothing was sent', async () => {
    const { roundId, context, page } = await openLink(set);
    await begin(page, '匿名');
    await answerAll(page);
    await close(roundId);
    await sendNow(page);
    await page.getByRole('heading', { name: '没有送出' }).waitFor();
    await page.getByText('这一轮走访已经结束').waitFor();
    expect([await boxes(roundId), await anonymous(roundId)]).toEqual([[], []]);
    await context.close();
  });

  test('a link that was cut off says so', async () => {
    const { context, page } = await openPhone(set.browser);
    await page.goto((await set.stand.link(await set.stand.openRound(), set.stand.nextDoor())).slice(0, -5));
    await page.getByText('链接不完整或被改动过').waitFor();
    await context.close();
  });
});
