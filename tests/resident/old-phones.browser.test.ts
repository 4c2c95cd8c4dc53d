import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '@huhudao/testkit/browser';
import { builtApps } from '../../apps/api/src/system/static-files.ts';
import { age } from './aged.ts';
import { newerSyntax } from './newer-syntax.ts';
import {
  answerAll,
  begin,
  openPhone,
  openPhoneStand,
  sendNow,
  sentScreen,
  type PhoneStand,
} from './phone-stand.ts';

let stand: PhoneStand;
let browser: Browser;

beforeAll(async () => {
  stand = await openPhoneStand();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.stand.close();
});

test('no file of the residents’ page has syntax that a browser of 2018 cannot read', () => {
  const folder = builtApps.find((one) => one.name === 'resident')?.folder ?? '';
  const scripts = fs.globSync('**/*.js', { cwd: folder });
  expect(scripts.length).toBeGreaterThan(3);
  const found = scripts.map((file) => [file, newerSyntax(fs.readFileSync(path.join(folder, file), 'utf8'))]);
  expect(found).toEqual(scripts.map((file) => [file, []]));
});

test('a browser without anything that came after 2018 shows the page, answers and sends', async () => {
  const { context, page } = await openPhone(browser);
  await age(context);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  const roundId = await stand.openRound();
  await page.goto(await stand.link(roundId, stand.nextDoor()));
  await begin(page, '保密');
  await answerAll(page);
  await sendNow(page);
  await sentScreen(page).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
