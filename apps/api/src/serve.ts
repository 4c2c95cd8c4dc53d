import type { Hono } from 'hono';
import { pino, type Logger } from 'pino';
import type { Sql } from '@huhudao/db';
import { createApp } from './app.ts';
import { tellDueEverywhere } from './appointments/tell-due.ts';
import { addMissingHeads, closeEmptyAreas } from './areas/areas.commands.ts';
import { deliverToBots, forgetMessages } from './bots/deliver.ts';
import { addBuiltIns } from './built-ins.ts';
import { startWithDemo } from './demo/start-with-demo.ts';
import type { Env } from './env.ts';
import { Areas } from './http/areas.ts';
import type { Deps } from './http/deps.ts';
import { sayToTerminal, type Say } from './http/terminal.ts';
import { forgetOldFiles } from './imports/forget-files.ts';
import { failInterruptedImports } from './imports/interrupted-imports.ts';
import { announce } from './notices/announce.ts';
import { forgetUnnamedPhotos } from './photos/receive-photos.ts';
import { CompiledVersions } from './questionnaires/compiled-versions.ts';
import { releaseEverywhere } from './rates/release-everywhere.ts';
import { deleteEnded } from './sessions/sessions.queries.ts';
import { showSetupLink } from './setup/setup-link.ts';
import { addressLines } from './system/announcements.ts';
import { DatabaseWatch } from './system/database-watch.ts';
import { mountHealth } from './system/health.ts';
import { mountInstallPage } from './system/install-page.ts';
import { loadKeys } from './system/keys.ts';
import { listenHttp, listenHttps } from './system/listen.ts';
import { Metrics } from './system/metrics.ts';
import { prepareDatabase } from './system/prepare-database.ts';
import { repeat } from './system/repeat.ts';
import { startDatabase } from './system/start-database.ts';
import { mountStaticFiles } from './system/static-files.ts';
import { loadTls } from './system/tls/load-tls.ts';

export type Ports = { http: number; https: number };

export type Serving = {
  ports: Ports;
  /** Settles with the reason when the database cannot be brought back: the program should end. */
  failed: Promise<unknown>;
  /** Lets running requests end, then stops everything that was started. */
  close: () => Promise<void>;
};

/**
 * Starts the whole product: database, schema, keys, API and the two apps, over HTTP and HTTPS.
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
  const deps = await prepare(env, database.sql, log, say);
  const watch = new DatabaseWatch(database.openApart);
  starting.defer(() => watch.close());
  const metrics = new Metrics();
  const ports = { http: 0, https: 0 };
  const { app, demo } = createApp(deps, [metrics.count, watch.guard], () => ports.http);
  await demo.removeUnfinished(deps);
  mountHealth(app, watch);
  metrics.mount(app, env);
  await listen(app, deps, ports, say, starting);
  if (options.demo === true) await startWithDemo(demo, deps, say);
  await showSetupLink(deps, ports.http, say);
  starting.defer(repeat(3600, () => forgetWhatIsOver(deps), log));
  const versions = new CompiledVersions();
  starting.defer(repeat(env.RELEASE_SECONDS, () => releaseEverywhere(deps, versions), log));
  starting.defer(repeat(300, () => tellDueEverywhere(deps, announce), log));
  starting.defer(repeat(env.BOT_SECONDS, () => deliverToBots(deps), log));
  const running = starting.move();
  return { ports, failed: database.givenUp, close: () => running.disposeAsync() };
}

/** Brings the database to where this version of the product can work, whatever the last one left behind. */
async function prepare(env: Env, sql: Sql, log: Logger, say: Say): Promise<Deps> {
  const now = () => new Date();
  await prepareDatabase(sql, now, say);
  await addMissingHeads(sql);
  const deps = { sql, areas: new Areas(sql), now, log, env, keys: await loadKeys(env.DATA_DIR) };
  await failInterruptedImports(deps, closeEmptyAreas);
  await forgetOldFiles(deps);
  await addBuiltIns(deps);
  return deps;
}

/** Adds the pages to the application, opens both ports, and tells which they are. */
async function listen(
  app: Hono,
  deps: Deps,
  ports: Ports,
  say: Say,
  starting: AsyncDisposableStack,
): Promise<void> {
  const { env, log } = deps;
  let tls = await loadTls(env, deps.now());
  mountInstallPage(app, () => ({ tls, ports }));
  mountStaticFiles(app, say);
  const http = await listenHttp(app, env.HOST, env.PORT);
  starting.defer(http.close);
  const https = await listenHttps(app, env.HOST, env.PORT === 0 ? 0 : env.PORT + 1, tls.server);
  starting.defer(https.close);
  Object.assign(ports, { http: http.port, https: https.port });
  // This machine's addresses change, and certificates end.
  const renew = async (): Promise<void> => {
    tls = await loadTls(env, deps.now());
    https.use(tls.server);
  };
  starting.defer(repeat(600, renew, log));
  for (const line of addressLines(ports, tls)) say(line);
}

/** Sessions and credentials are forgotten this many milliseconds after their end. */
const keepEnded = 30 * 86_400_000;

async function forgetWhatIsOver(deps: Deps): Promise<void> {
  await forgetOldFiles(deps);
  await forgetUnnamedPhotos(deps);
  await forgetMessages(deps);
  await deleteEnded(deps.sql, new Date(deps.now().getTime() - keepEnded).toISOString());
}
