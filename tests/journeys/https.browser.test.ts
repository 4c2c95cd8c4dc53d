/** Tablets reach the product over the network, by a name: only HTTPS gives them what working offline needs. */
import { createHash, type X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import tls from 'node:tls';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, createArea, listAreas, setUp } from '@huhudao/protocol';
import { createTestDatabase, empty } from '@huhudao/testkit';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { unlock } from '../tablet/pin.ts';
import { addPerson, passwordOf, signInOffice, type Credentials } from './office-user.ts';
import { Product } from './product.ts';
import { lying, signInOnScreen, untilInstalled } from './tablet.ts';

const name = 'huhudao.test';
const running = new AsyncDisposableStack();
let product: Product;
let browser: Browser;
let li: Credentials;

beforeAll(async () => {
  const database = await createTestDatabase(empty);
  running.defer(database.drop);
  product = await Product.start(database.connection, { TLS_NAMES: name });
  running.defer(() => product.stop());
  li = await addWorker(`http://localhost:${product.port}`);
  browser = await launchBrowser([
    `--host-resolver-rules=MAP ${name} 127.0.0.1`,
    // Stands for the installed authority: Chromium on Linux takes none from the command line.
    `--ignore-certificate-errors-spki-list=${hashOfKey(await seeCertificate())}`,
  ]);
  running.defer(() => browser.close());
});

afterAll(() => running.disposeAsync());

test('by a name over HTTPS the tablet app signs in, and opens again without a network', async () => {
  const page = await openTablet(`https://${name}:${product.port + 1}/tablet/`);
  await signInOnScreen(page, li, '柳荫社区 1号平板');
  await untilInstalled(page);
  await page.context().setOffline(true);
  await page.reload();
  await unlock(page);
  await page.getByText('现在没有进行中的轮次。').waitFor();
  expect(await page.evaluate(() => [location.protocol, location.hostname])).toEqual(['https:', name]);
});

test('by a name over plain HTTP the tablet app keeps nothing, says why, and leads to the certificate', async () => {
  const page = await openTablet(`http://${name}:${product.port}/tablet/`);
  await page.getByRole('heading', { name: '这个网址不能离线使用' }).waitFor();
  expect(await page.getByLabel('密码').count()).toBe(0);
  await page.getByRole('link', { name: '安装证书，改用安全网址' }).click();
  const secure = page.getByRole('link', { name: `https://${name}` });
  expect(await secure.getAttribute('href')).toBe(`https://${name}:${product.port + 1}/tablet/`);
});

async function openTablet(address: string): Promise<Page> {
  const context = await browser.newContext({ ...chinese, viewport: lying });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** A district down to one community, and a worker in it. */
async function addWorker(origin: string): Promise<Credentials> {
  const administrator = { login: 'linxiao', password: passwordOf('linxiao') };
  const transport = { origin, fetch: (input: string, init: RequestInit) => fetch(input, init) };
  const token = await product.setupToken();
  await call(transport, setUp, {
    body: { ...administrator, token, districtName: '云溪区', name: '林晓' },
  });
  const user = await signInOffice(origin, administrator);
  let [{ id: areaId } = expect.fail('no district')] = await user.call(listAreas, {});
  for (const [kind, areaName] of [['street', '云溪街道'] as const, ['community', '柳荫社区'] as const])
    areaId = (await user.call(createArea, { params: { areaId }, body: { kind, name: areaName } })).id;
  return addPerson(origin, user, { login: 'li', name: '李明' }, { role: 'worker', areaId });
}

/** The certificate the product shows; whether it is to be believed is another test's business. */
async function seeCertificate(): Promise<X509Certificate> {
  const socket = tls.connect({ port: product.port + 1, servername: name, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const certificate = socket.getPeerX509Certificate() ?? expect.fail('no certificate');
  socket.destroy();
  return certificate;
}

/** Chromium's name for the key of a certificate. */
const hashOfKey = (certificate: X509Certificate): string =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
