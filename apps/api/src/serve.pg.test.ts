import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openPool } from '@huhudao/db';
import { createTestDatabase, type TestDatabase } from '@huhudao/testkit';
import { readEnv, type Env } from './env.ts';
import { serve } from './serve.ts';
import { explainFailure } from './system/explain-failure.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'huhudao-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet = (): void => {};
const envOf = (changes: Partial<Env>): Env => ({
  ...readEnv({ LOG_LEVEL: 'silent', HOST: '127.0.0.1' }),
  PORT: 0,
  ...changes,
});
const reason = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(() => expect.fail('it started'), explainFailure);

/** A socket's folder does not fit into a URL; it is taken from where libpq looks for it. */
function urlOf({ connection }: TestDatabase): string {
  vi.stubEnv('PGHOST', connection.host);
  vi.stubEnv('PGUSER', connection.user);
  return `postgres:///${connection.database}`;
}
afterEach(() => vi.unstubAllEnvs());

describe('the product', () => {
  it('starts on an empty folder, refuses a second start on it or on its port, stops, and starts again within 5 seconds', async () => {
    const env = envOf({ DATA_DIR: path.join(folder, 'data') });
    const lines: string[] = [];
    const first = await serve(env, (line) => lines.push(line));
    expect(lines.join('\n')).toContain(`http://localhost:${first.ports.http}/`);
    expect((await fetch(`http://127.0.0.1:${first.ports.http}/api/areas/any/teams`)).status).toBe(401);
    await expect(reason(serve(env, quiet))).resolves.toContain('DATA_DIR');
    const samePort = envOf({ DATA_DIR: path.join(folder, 'other'), PORT: first.ports.http });
    await expect(reason(serve(samePort, quiet))).resolves.toContain('PORT');
    await first.close();

    const started = performance.now();
    const second = await serve(env, quiet);
    expect(performance.now() - started).toBeLessThan(5000);
    await second.close();
  });

  it('uses the PostgreSQL of DATABASE_URL, and says so when that cannot be reached', async () => {
    const database = await createTestDatabase();
    const env = envOf({ DATA_DIR: folder, DATABASE_URL: urlOf(database) });
    const serving = await serve(env, quiet);
    await serving.close();
    await database.drop();
    const away = envOf({ DATA_DIR: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(reason(serve(away, quiet))).resolves.toContain('DATABASE_URL');
  });

  it('does not start on a schema that is newer than itself, and changes nothing', async () => {
    const database = await createTestDatabase();
    await database.sql`insert into kysely_migration (name, timestamp) values ('2999-01-01-later', '2999-01-01')`;
    const env = envOf({ DATA_DIR: folder, DATABASE_URL: urlOf(database) });
    await expect(reason(serve(env, quiet))).resolves.toContain('2999-01-01-later');
    const sql = openPool(database.connection, { max: 1 });
    expect(await sql`select id from installation`).toEqual([]);
    await sql.end();
    await database.drop();
  });

  it('ends with code 0 on SIGTERM, and with 1 and the name of the setting when one is wrong', async () => {
    const main = path.join(import.meta.dirname, 'main.ts');
    const run = (settings: Record<string, string>) =>
      spawn(process.execPath, [main], {
        env: { ...process.env, LOG_LEVEL: 'silent', DATA_DIR: path.join(folder, 'data'), ...settings },
      });
    const good = run({ PORT: '38787', HOST: '127.0.0.1' });
    const ended = new Promise((resolve) => good.once('exit', resolve));
    for await (const chunk of good.stdout) if (String(chunk).includes('Ctrl-C')) good.kill('SIGTERM');
    expect(await ended).toBe(0);
    const bad = run({ PORT: 'many' });
    const code = new Promise((resolve) => bad.once('exit', resolve));
    expect(await text(bad.stderr)).toContain('PORT');
    expect(await code).toBe(1);
  });
});
