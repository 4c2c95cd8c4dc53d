import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '@huhudao/testkit/browser';
import { readEnv } from '../env.ts';
import { serve, type Serving } from '../serve.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'huhudao-install-'));
let serving: Serving;
let authority: X509Certificate;

beforeAll(async () => {
  const env = readEnv({
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    TLS_NAMES: 'huhudao.test',
  });
  serving = await serve({ ...env, PORT: 0 }, () => {});
  const file = await fetch(`http://127.0.0.1:${serving.ports.http}/install/authority.crt`);
  authority = new X509Certificate(Buffer.from(await file.arrayBuffer()));
});
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks over HTTPS by a name, trusting the authority and nobody else. */
function askSecurely(name: string, asked: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: serving.ports.https, servername: name, path: asked };
    request({ ...options, ca: authority.toString(), headers: { Host: name } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('over HTTPS', () => {
  it('whoever has installed the authority reaches the same application by every name', async () => {
    expect(await askSecurely('localhost', '/api/setup')).toBe(200);
    expect(await askSecurely('huhudao.test', '/api/setup')).toBe(200);
    await expect(askSecurely('elsewhere.test', '/api/setup')).rejects.toThrow('does not match');
  });
});

describe('the install page', () => {
  it('shows the way from plain HTTP to the tablet app by the same name, and what to compare', async () => {
    const browser = await launchBrowser(['--host-resolver-rules=MAP huhudao.test 127.0.0.1']);
    try {
      const page = await browser.newPage();
      await page.goto(`http://huhudao.test:${serving.ports.http}/install`);
      const link = page.getByRole('link', { name: 'https://huhudao.test' });
      expect(await link.getAttribute('href')).toBe(`https://huhudao.test:${serving.ports.https}/tablet/`);
      expect(await page.locator('.qr svg').count()).toBe(2);
      expect(await page.locator('code').textContent()).toContain(authority.fingerprint256);
    } finally {
      await browser.close();
    }
  });

  it('gives the certificate as what it is, so that a phone offers to install it', async () => {
    const file = await fetch(`http://127.0.0.1:${serving.ports.http}/install/authority.crt`);
    expect(file.headers.get('Content-Type')).toBe('application/x-x509-ca-cert');
  });

  it('is free of accessibility faults and of scripts', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 800, height: 1280 } });
      await page.goto(`http://localhost:${serving.ports.http}/install`);
      expect(await page.locator('script').count()).toBe(0);
      await page.evaluate(axe.source);
      const result = await page.evaluate<AxeResults>('axe.run()');
      expect(result.violations.map((violation) => violation.id)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
