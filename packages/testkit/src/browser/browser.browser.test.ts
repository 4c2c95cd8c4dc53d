import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killProfile, launchBrowser, openProfile } from './index.ts';

let folder: string;
let server: http.Server;
let origin: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-browser-'));
  server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<title>门</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The pixels of one letter, as text. */
async function draw(page: Page, letter: string, font: string): Promise<string> {
  return await page.evaluate(
    ([text, family]) => {
      const canvas = document.createElement('canvas');
      const paper = canvas.getContext('2d');
      if (!paper) throw new Error('no canvas');
      paper.font = `48px ${family}`;
      paper.fillText(String(text), 10, 60);
      return canvas.toDataURL();
    },
    [letter, font],
  );
}

/** What any process still has open in this folder. */
function openFilesIn(inside: string): string[] {
  return fs
    .globSync('/proc/[0-9]*/fd/*')
    .map(targetOf)
    .filter((file) => file.startsWith(inside));
}

/** Empty for what was closed in the meantime, and for the files of other users. */
function targetOf(link: string): string {
  try {
    return fs.readlinkSync(link);
  } catch {
    return '';
  }
}

test.each(['sans-serif', '"Microsoft YaHei"', 'unheard-of'])(
  '户户到 is drawn as letters, not boxes, in %s',
  async (font) => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const unassigned = await draw(page, '\u{10fffd}', font);
    const [door, arrive] = [await draw(page, '户', font), await draw(page, '到', font)];
    expect(door).not.toBe(arrive);
    expect([door, arrive]).not.toContain(unassigned);
    await browser.close();
  },
);

test('a profile speaks Chinese, and keeps what it committed when its browser is killed', async () => {
  const profile = path.join(folder, 'tablet-zhang');
  const before = await openProfile(profile);
  const page = await before.newPage();
  await page.goto(origin);
  expect(await page.evaluate(() => [navigator.language, new Date(0).getHours()])).toEqual(['zh-CN', 8]);
  await page.evaluate(async () => {
    const open = indexedDB.open('visits');
    open.onupgradeneeded = () => open.result.createObjectStore('visit');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const write = open.result.transaction('visit', 'readwrite', { durability: 'strict' });
    write.objectStore('visit').put('nobody home', '502');
    await new Promise((resolve) => (write.oncomplete = resolve));
  });
  expect(openFilesIn(profile)).not.toEqual([]);
  await killProfile(profile);
  expect(openFilesIn(profile)).toEqual([]);

  const after = await openProfile(profile);
  const again = await after.newPage();
  await again.goto(origin);
  const visit = await again.evaluate(async () => {
    const open = indexedDB.open('visits');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const read = open.result.transaction('visit').objectStore('visit').get('502');
    await new Promise((resolve) => (read.onsuccess = resolve));
    return String(read.result);
  });
  expect(visit).toBe('nobody home');
  await after.close();
});
