import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect, createServer } from 'node:tls';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readEnv, type Env } from '../../env.ts';
import { explainFailure } from '../explain-failure.ts';
import { loadAuthority } from './authority.ts';
import { certify, type Certified } from './certificates.ts';
import { loadTls } from './load-tls.ts';
import { namesOf } from './names.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'huhudao-tls-'));
afterAll(() => rmSync(root, { recursive: true }));

const now = new Date('2026-11-10T02:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'data-'));
});

const envOf = (changes: Partial<Env>): Env => ({ ...readEnv({}), DATA_DIR: folder, ...changes });

/** What a browser that trusts the authority says to a server: null where it is content. */
async function complaint(server: Certified, authority: string, name: string): Promise<string | null> {
  const listening = createServer({ cert: server.certificate, key: server.key });
  listening.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port, servername: name, ca: authority }, () => {
        socket.end();
        resolve(null);
      });
      socket.once('error', (error) => resolve(error.message));
    });
  } finally {
    listening.close();
  }
}

describe('the local authority', () => {
  it('is made once, is readable to this account alone, and vouches for this machine’s names', async () => {
    const env = envOf({ TLS_NAMES: 'huhudao.test, 10.1.2.3' });
    const first = await loadTls(env, now);
    expect(await loadTls(env, now)).toEqual(first);
    for (const file of ['authority.json', 'server.json'])
      expect(statSync(path.join(folder, 'tls', file)).mode & 0o777).toBe(0o600);
    const authority = first.authority ?? '';
    expect(await complaint(first.server, authority, 'localhost')).toBeNull();
    expect(await complaint(first.server, authority, 'huhudao.test')).toBeNull();
    expect(await complaint(first.server, authority, 'elsewhere.test')).toContain('does not match');
    expect(first.names.addresses).toContain('10.1.2.3');
    expect(first.notCovered).toEqual([]);
  });

  it('gives a new server certificate when the names change or the old one nears its end, and stays itself', async () => {
    const first = await loadTls(envOf({}), now);
    const renamed = await loadTls(envOf({ TLS_NAMES: 'yunxi.lan' }), now);
    expect(renamed.server.certificate).not.toBe(first.server.certificate);
    expect(await loadTls(envOf({ TLS_NAMES: 'yunxi.lan' }), later(366))).toEqual(renamed);
    const renewed = await loadTls(envOf({ TLS_NAMES: 'yunxi.lan' }), later(368));
    expect(renewed.server.certificate).not.toBe(renamed.server.certificate);
    expect(renewed.authority).toBe(first.authority);
    expect(await complaint(renamed.server, first.authority ?? '', 'yunxi.lan')).toBeNull();
  });

  it('names what it cannot vouch for, since it was made before', async () => {
    await loadTls(envOf({}), now);
    const added = await loadTls(envOf({ TLS_NAMES: 'huhudao.example,203.0.113.7' }), now);
    expect(added.notCovered).toEqual(['huhudao.example', '203.0.113.7']);
    expect(added.names.domains).not.toContain('huhudao.example');
  });

  it('cannot pass for a site elsewhere, even in the hands of a thief', async () => {
    const authority = await loadAuthority(folder, namesOf(''), now);
    const forge = (value: string) =>
      certify({
        name: value,
        days: 30,
        bits: 2048,
        extensions: [
          { name: 'extKeyUsage', serverAuth: true },
          { name: 'subjectAltName', altNames: [{ type: 2, value }] },
        ],
        issuer: authority,
        now,
      });
    const bank = await forge('bank.example');
    expect(await complaint(bank, authority.certificate, 'bank.example')).toContain(
      'permitted subtree violation',
    );
    const own = await forge('yunxi.lan');
    expect(await complaint(own, authority.certificate, 'yunxi.lan')).toBeNull();
  });
});

describe('a certificate of one’s own', () => {
  it('is served with its names, without anything to install', async () => {
    const { server } = await loadTls(envOf({ TLS_NAMES: 'huhudao.test' }), now);
    const [certificate, key] = ['own.crt', 'own.key'].map((name) => path.join(folder, name));
    writeFileSync(certificate ?? '', server.certificate);
    writeFileSync(key ?? '', server.key);
    const own = await loadTls(envOf({ TLS_CERT: certificate, TLS_KEY: key }), now);
    expect(own).toMatchObject({ server, authority: undefined });
    expect(own.names.domains).toContain('huhudao.test');
    expect(own.names.addresses).toContain('127.0.0.1');
  });

  it.each([
    ['without its key', { TLS_CERT: '/nowhere/own.crt' }, 'TLS_KEY'],
    ['that is not there', { TLS_CERT: '/nowhere/own.crt', TLS_KEY: '/nowhere/own.key' }, '/nowhere/own.crt'],
  ])('%s keeps the program from starting, and it says why', async (_case, settings, named) => {
    const reason = await loadTls(envOf(settings), now).then(
      () => 'it started',
      (error: unknown) => explainFailure(error),
    );
    expect(reason).toContain(named);
  });
});

it('a certificate ends within the time browsers accept', async () => {
  const { server } = await loadTls(envOf({}), now);
  const { validFrom, validTo } = new X509Certificate(server.certificate);
  expect((Date.parse(validTo) - Date.parse(validFrom)) / 86_400_000).toBeLessThanOrEqual(398);
});
