/** A group bot, from the office's page to the chat and back: what was said, and how it went. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, type OpenOffice } from './open-office.ts';

let chat: Server;
let host: string;
let received: string[];
let office: OpenOffice;

beforeAll(async () => {
  received = [];
  chat = createServer((request, response) => {
    request.on('data', (part: Buffer) => received.push(part.toString()));
    request.on('end', () => response.end('{"errcode":0,"errmsg":"ok"}'));
  });
  await new Promise<void>((done) => chat.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(chat.address() as AddressInfo).port}`;
  office = await openOffice({ BOT_HOSTS: host, BOT_SECONDS: '1' });
}, 240_000);

afterAll(async () => {
  await office.close();
  chat.close();
});

test('a bot is added, tried out, paused and deleted, and its address is not shown again', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await desk.goTo('群机器人');
  await page.getByText('没有群机器人').waitFor();
  await desk.press('添加机器人');
  await page.getByLabel('名称').fill('云溪工作群');
  const address = page.getByLabel('机器人地址');
  await address.fill('https://example.org/send');
  await desk.press('保存', desk.dialog());
  await page.getByText('不能用这个地址').waitFor();
  await address.fill(`http://${host}/send?key=secret-of-the-chat`);
  await desk.press('保存', desk.dialog());
  await page.getByText('还没有发过').waitFor();
  await page.getByRole('button', { name: '发测试消息 云溪工作群' }).click();
  await page.getByText('已送达').waitFor();
  expect(received.join('')).toContain('这个群已连接');
  expect(await page.content()).not.toContain('secret-of-the-chat');
  await page.getByRole('button', { name: '暂停 云溪工作群' }).click();
  await page.getByText('已暂停').waitFor();
  await page.getByRole('button', { name: '删除 云溪工作群' }).click();
  await page.locator('.ant-popconfirm .ant-btn-primary').click();
  await page.getByText('没有群机器人').waitFor();
  await desk.leave();
});
