import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerConnection } from '@huhudao/db/server';

/** The product as `npm start` runs it, in a process of its own. */
export type Product = { pid: number; origin: string; stop: () => Promise<void> };

const root = path.join(import.meta.dirname, '..', '..', '..');
const longestStart = 60_000;

/** Starts it over a database that is already there, with nothing logged and no limit to the requests of one address. */
export async function startProduct(connection: ServerConnection, dataDir: string): Promise<Product> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: `postgres:///${connection.database}`,
    PGHOST: connection.host,
    PGUSER: connection.user,
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000000',
    SIGN_INS_PER_MINUTE: '1000000',
  };
  fs.mkdirSync(dataDir, { recursive: true });
  const child = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // Whatever ends the benchmark ends what it started.
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  const origin = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + longestStart;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('the product did not start');
    await sleep(100);
  }
  if (child.pid === undefined) throw new Error('the product did not start');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    process.off('exit', kill);
  };
  return { pid: childOf(child.pid), origin, stop };
}

/** The bootstrap passes signals on to the server, which is its only child. */
function childOf(pid: number): number {
  const [child] = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  if (child === undefined || child === '') throw new Error('the product did not start');
  return Number(child);
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

/** The port after it is taken by HTTPS: a pair of which both are free now. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0);
    if (port !== undefined && (await listenOnce(port + 1)) !== undefined) return port;
  }
}

/** The port that was listened on for a moment, any free one for 0; undefined where it is taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port: taken } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(taken));
    });
  });
}
