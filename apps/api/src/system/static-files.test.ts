import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountStaticFiles } from './static-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'huhudao-static-'));
const script = 'console.log("户户到");'.repeat(200);
const said: string[] = [];
const app = new Hono();

function build(name: string): string {
  const dist = path.join(folder, name);
  mkdirSync(path.join(dist, 'assets'), { recursive: true });
  writeFileSync(path.join(dist, 'index.html'), `<title>${name}</title>`);
  writeFileSync(path.join(dist, 'sw.js'), '// service worker');
  writeFileSync(path.join(dist, 'assets', 'index-Ab3dE_9x.js'), script);
  writeFileSync(path.join(dist, 'assets', 'index-Ab3dE_9x.js.br'), brotliCompressSync(script));
  return dist;
}

beforeAll(() => {
  app.get('/api/known', (context) => context.text('known'));
  mountStaticFiles(app, (line) => said.push(line), [
    { name: 'tablet', base: '/tablet/', folder: build('tablet') },
    { name: 'office', base: '/', folder: build('office') },
    { name: 'kiosk', base: '/kiosk/', folder: path.join(folder, 'missing') },
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the built apps', () => {
  it.each([
    ['/', 'office'],
    ['/rounds/spring', 'office'],
    ['/tablet/', 'tablet'],
    ['/tablet/doors', 'tablet'],
  ])('have a page for every path without a file ending: %s', async (asked, name) => {
    const response = await app.request(asked);
    expect(await response.text()).toBe(`<title>${name}</title>`);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
  });

  it('keep hashed files for ever, compressed, and ask again for everything else', async () => {
    const asset = await app.request('/assets/index-Ab3dE_9x.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(asset.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(gunzipSync(Buffer.from(await asset.arrayBuffer())).toString()).toBe(script);
    const worker = await app.request('/tablet/sw.js');
    expect(worker.headers.get('Cache-Control')).toBe('no-cache');
    const etag = worker.headers.get('ETag') ?? '';
    const again = await app.request('/tablet/sw.js', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  it('go as they were compressed when they were built, to whoever reads that', async () => {
    const headers = { 'Accept-Encoding': 'gzip, deflate, br' };
    const asset = await app.request('/assets/index-Ab3dE_9x.js', { headers });
    expect(asset.headers.get('Content-Encoding')).toBe('br');
    expect(asset.headers.get('Vary')).toContain('Accept-Encoding');
    expect(asset.headers.get('Content-Type')).toContain('javascript');
    expect(brotliDecompressSync(Buffer.from(await asset.arrayBuffer())).toString()).toBe(script);
    expect(await (await app.request('/assets/index-Ab3dE_9x.js')).text()).toBe(script);
  });

  it.each(['/assets/index-gone1234.js', '/api/unknown', '/health/unknown', '/tablet/missing.png'])(
    'do not answer with a page for %s',
    async (asked) => {
      expect((await app.request(asked)).status).toBe(404);
    },
  );

  it.each(['/../package.json', '/%2e%2e/office/index.html', '/..%2fsecret.js'])(
    'never leave their folder: %s',
    async (asked) => {
      const response = await app.request(`http://localhost${asked}`);
      expect(await response.text()).not.toContain('"name"');
    },
  );

  it('that were not built are named', () => {
    expect(said.join()).toContain('kiosk');
  });
});
