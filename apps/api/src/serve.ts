import { pino } from 'pino';
import { createApp } from './app.ts';
import { addMissingHeads } from './areas/areas.commands.ts';
import type { Env } from './env.ts';
import { Areas } from './http/areas.ts';
import type { Deps } from './http/deps.ts';
import { sayToTerminal, type Say } from './http/terminal.ts';
import { showSetupLink } from './setup/setup-link.ts';
import { ensureBuiltInForms } from './questionnaires/built-in.ts';
import { addressLines } from './system/announcements.ts';
import { loadKeys } from './system/keys.ts';
import { listenHttp } from './system/listen.ts';
import { prepareDatabase } from './system/prepare-database.ts';
import { startDatabase } from './system/start-database.ts';
import { mountStaticFiles } from './system/static-files.ts';

export type Serving = {
  ports: { http: number };
  /** Settles with the reason when the database cannot be brought back: the program should end. */
  failed: Promise<unknown>;
  /** Lets running requests end, then stops everything that was started. */
  close: () => Promise<void>;
};

/**
 * Starts the whole product: database, schema, keys, API and the two apps on one port.
 * @throws whatever `explainFailure` explains, with nothing left running.
 */
export async function serve(env: Env, say: Say = sayToTerminal): Promise<Serving> {
  await using starting = new AsyncDisposableStack();
  const log = pino({ level: env.LOG_LEVEL });
  const database = await startDatabase(env, say, (line) => log.info({ postgres: line }));
  starting.defer(database.close);
  const now = () => new Date();
  await prepareDatabase(database.sql, now, say);
  const { sql } = database;
  const deps: Deps = { sql, areas: new Areas(sql), now, log, env, keys: await loadKeys(env.DATA_DIR) };
  await addMissingHeads(sql);
  await ensureBuiltInForms(deps);
  const { app } = createApp(deps);
  mountStaticFiles(app, say);
  const http = await listenHttp(app, env.HOST, env.PORT);
  starting.defer(http.close);
  const ports = { http: http.port };
  for (const line of addressLines(ports)) say(line);
  await showSetupLink(deps, ports.http, say);
  const running = starting.move();
  return { ports, failed: database.givenUp, close: () => running.disposeAsync() };
}
