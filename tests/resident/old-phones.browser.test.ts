import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { builtApps } from '../../apps/api/src/system/static-files.ts';
import { age } from './aged.ts';
import { newerSyntax } from './newer-syntax.ts';
import { answerAndSend, openLink, sentScreen, usePhoneStand } from './phone-stand.ts';

const set = usePhoneStand();

test('no file of the residents’ page has syntax that a browser of 2018 cannot read', () => {
  const folder = builtApps.find((one) => one.name === 'resident')?.folder ?? '';
  const scripts = fs.globSync('**/*.js', { cwd: folder });
  expect(scripts.length).toBeGreaterThan(3);
  const found = scripts.map((file) => [file, newerSyntax(fs.readFileSync(path.join(folder, file), 'utf8'))]);
  expect(found).toEqual(scripts.map((file) => [file, []]));
});

test('a browser without anything that came after 2018 shows the page, answers and sends', async () => {
  const troubles: string[] = [];
  const { context, page } = await openLink(set, async (phone, opening) => {
    await age(phone);
    opening.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
    opening.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
  });
  await answerAndSend(page, '保密');
  await sentScreen(page).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
