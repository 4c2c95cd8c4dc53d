import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../env.ts';
import { serve, type Serving } from '../serve.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'huhudao-away-'));
let serving: Serving;
let origin: string;

beforeAll(async () => {
  const env = readEnv({ LOG_LEVEL: 'silent', HOST: '127.0.0.1', DATA_DIR: folder });
  serving = await serve({ ...env, PORT: 0 }, () => {});
  origin = `http://127.0.0.1:${serving.ports.http}`;
});
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

/** PostgreSQL and all its processes. */
function postgres(): number[] {
  const main = Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ');
  return [main, ...children.map(Number)];
}

const signal = (name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL') => {
  for (const pid of postgres()) process.kill(pid, name);
};

async function ask(asked: string): Promise<{ status: number; seconds: number; retryAfter: string | null }> {
  const started = performance.now();
  const response = await fetch(origin + asked);
  const seconds = (performance.now() - started) / 1000;
  return { status: response.status, seconds, retryAfter: response.headers.get('Retry-After') };
}

async function secondsUntil(asked: string, status: number): Promise<number> {
  const started = performance.now();
  while ((await ask(asked)).status !== status) await sleep(50);
  return (performance.now() - started) / 1000;
}

const unavailable = { status: 503, retryAfter: '2' };

describe('while the database is away', () => {
  it('requests are told so within a second, pages are served on, and all is well within five seconds after', async () => {
    expect((await ask('/api/setup')).status).toBe(200);
    signal('SIGSTOP');
    const first = await Promise.all(Array.from({ length: 20 }, () => ask('/api/setup')));
    const later = await Promise.all(Array.from({ length: 20 }, () => ask('/api/setup')));
    expect(await ask('/health/ready')).toMatchObject(unavailable);
    expect(await ask('/health/live')).toMatchObject({ status: 200 });
    signal('SIGCONT');
    for (const one of [...first, ...later]) expect(one).toMatchObject(unavailable);
    expect(Math.max(...first.map((one) => one.seconds))).toBeLessThan(1);
    expect(Math.max(...later.map((one) => one.seconds))).toBeLessThan(0.5);
    expect(await secondsUntil('/api/setup', 200)).toBeLessThan(5);
    expect(await secondsUntil('/health/ready', 200)).toBeLessThan(5);
  });

  it('killed, it is started again, and nobody waits longer than a second for a word', async () => {
    signal('SIGKILL');
    const during = await Promise.all(Array.from({ length: 20 }, () => ask('/api/setup')));
    for (const one of during) {
      expect([200, 503]).toContain(one.status);
      expect(one.seconds).toBeLessThan(1);
    }
    expect(await secondsUntil('/api/setup', 200)).toBeLessThan(5);
  });
});

describe('numbers about the program', () => {
  it('are told by route pattern, to this machine alone', async () => {
    const metrics = await fetch(`${origin}/metrics`);
    expect(metrics.headers.get('Content-Type')).toContain('text/plain');
    const lines = await metrics.text();
    expect(lines).toMatch(/huhudao_requests_total\{method="GET",route="\/api\/setup",status="200"\} \d+/);
    expect(lines).toContain('process_resident_memory_bytes');
    const passedOn = await fetch(`${origin}/metrics`, { headers: { 'X-Forwarded-For': '127.0.0.1' } });
    expect(passedOn.status).toBe(404);
  });
});
