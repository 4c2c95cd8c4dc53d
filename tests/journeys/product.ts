/** The product as `npm start` serves it: a process of its own, which can be killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { ServerConnection } from '@huhudao/db/server';
import { buildApps } from '../../tools/lib/build-apps.ts';
import { root } from '../../tools/lib/root.ts';

/** Where the test's product listens, and how it is started, killed and stopped. */
export class Product {
  /** Plain HTTP; HTTPS is on the next port. */
  readonly port: number;
  readonly dataDir: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(port: number, dataDir: string, env: NodeJS.ProcessEnv) {
    this.port = port;
    this.dataDir = dataDir;
    this.#env = env;
  }

  /** Builds the apps if their sources changed, and starts the product on a database, with a data folder of its own. */
  static async start(database: ServerConnection, settings: NodeJS.ProcessEnv = {}): Promise<Product> {
    await buildApps();
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-journey-'));
    const port = await freePort();
    const env = {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      // A socket's folder does not fit into a URL; it is taken from where libpq looks for it.
      DATABASE_URL: `postgres:///${database.database}`,
      PGHOST: database.host,
      PGPORT: String(database.port),
      PGUSER: database.user,
      ...settings,
    };
    const product = new Product(port, dataDir, env);
    await product.start();
    return product;
  }

  /** Starts it again on the same data. Resolves once it listens. */
  async start(): Promise<void> {
    const main = path.join(root, 'apps/api/src/main.ts');
    const child = spawn(process.execPath, [main], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.#said += chunk.toString();
        if (this.#said.includes('Ctrl-C')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => reject(new Error(`the product did not start:\n${this.#said}`)));
    });
  }

  /** The one-time code for the first administrator, as the terminal shows it. */
  async setupToken(): Promise<string> {
    for (;;) {
      const token = /\/setup\?token=([\w-]+)/.exec(this.#said)?.[1];
      if (token !== undefined) return token;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** As an empty battery or the out-of-memory killer does it: nothing is finished any more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops it as Ctrl-C does, and removes its data folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** A port that is free together with the next one. */
async function freePort(): Promise<number> {
  for (;;) {
    const first = net.createServer();
    await listen(first, 0);
    const { port } = first.address() as AddressInfo;
    const second = net.createServer();
    const both = await listen(second, port + 1).then(
      () => true,
      () => false,
    );
    await Promise.all([first, second].map((server) => new Promise((resolve) => server.close(resolve))));
    if (both) return port;
  }
}

async function listen(server: net.Server, port: number): Promise<void> {
  server.listen(port, '0.0.0.0');
  await once(server, 'listening');
}
