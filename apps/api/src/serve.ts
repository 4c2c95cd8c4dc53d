import { pino } from 'pino';
import { createApp } from './app.ts';
import { addMissingHeads } from './areas/areas.commands.ts';
import { startWithDemo } from './demo/start-with-demo.ts';
import type { Env } from './env.ts';
import { Areas } from './http/areas.ts';
import type { Deps } from './http/deps.ts';
import { sayToTerminal, type Say } from './http/terminal.ts';
import { failInterruptedImports } from './imports/interrupted-imports.ts';
import { showSetupLink } from './setup/setup-link.ts';
import { ensureBuiltInForms } from './questionnaires/built-in.ts';
import { addressLines } from './system/announcements.ts';
import { deleteEnded } from './sessions/sessions.queries.ts';
import { DatabaseWatch } from './system/database-watch.ts';
import { mountHealth } from './system/health.ts';
import { loadKeys } from './system/keys.ts';
import { listenHttp } from './system/listen.ts';
import { Metrics } from './system/metrics.ts';
import { prepareDatabase } from './system/prepare-database.ts';
import { repeat } from './system/repeat.ts';
import { startDatabase } from './system/start-database.ts';
import { mountStaticFiles } from './system/static-files.ts';

/** Sessions and credentials are forgotten this many milliseconds after their end. */
const keepEnded = 30 * 86_400_000;

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
export async function serve(
  env: Env,
  say: Say = sayToTerminal,
  options: { demo?: boolean } = {},
): Promise<Serving> {
  await using starting = new AsyncDisposableStack();
  const log = pino({ level: env.LOG_LEVEL });
  const database = await startDatabase(env, say, (line) => log.info({ postgres: line }));
  starting.defer(database.close);
  const now = () => new Date();
  await prepareDatabase(database.sql, now, say);
  const { sql } = database;
  const deps: Deps = { sql, areas: new Areas(sql), now, log, env, keys: await loadKeys(env.DATA_DIR) };
  await addMissingHeads(sql);
  await failInterruptedImports({ sql, now });
  await ensureBuiltInForms(deps);
  const watch = new DatabaseWatch(database.openApart);
  starting.defer(() => watch.close());
  const metrics = new Metrics();
  const { app, demo } = createApp(deps, [metrics.count, watch.guard]);
  mountHealth(app, watch);
  metrics.mount(app, env);
  mountStaticFiles(app, say);
  const http = await listenHttp(app, env.HOST, env.PORT);
  starting.defer(http.close);
  const ports = { http: http.port };
  for (const line of addressLines(ports)) say(line);
  if (options.demo === true) await startWithDemo(demo, deps, say);
  await showSetupLink(deps, ports.http, say);
  const tidy = () => deleteEnded(sql, new Date(Date.now() - keepEnded).toISOString());
  starting.defer(repeat(3600, tidy, log));
  const running = starting.move();
  return { ports, failed: database.givenUp, close: () => running.disposeAsync() };
}
