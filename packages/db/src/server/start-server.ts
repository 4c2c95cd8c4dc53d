import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../pool.ts';
import { findBinaries } from './binaries.ts';
import { clearTheWay } from './clear-the-way.ts';
import { initFolder, superuser } from './init-folder.ts';
import { launch, type LaunchedServer, type LaunchOptions } from './launch.ts';
import { chooseRunner, type RunAs } from './run-as.ts';
import { ServerError } from './server-error.ts';
import { createDatabase, hasDatabase } from './server.queries.ts';
import { isThrowAway, type ServerSettings } from './settings.ts';
import { port, prepareSocketFolder } from './socket-folder.ts';

export type StartOptions = {
  /** Folder of the cluster, made at the first start. Its parent is made too. */
  dataDir: string;
  /** Gets every line PostgreSQL prints. Holds no values of statements. */
  log?: (line: string) => void;
  /** Settings that differ from the product's. */
  settings?: ServerSettings;
  /** Chosen by itself; named only by tests. */
  runAs?: RunAs;
};

/** What a postgres.js pool needs: `postgres(connection)`. `host` is the folder of a Unix socket. */
export type ServerConnection = { host: string; port: number; user: string; database: string };

export type RunningServer = LaunchedServer & { connection: ServerConnection };

/** How long the processes of a killed PostgreSQL may take to leave its shared memory. */
const longestAftermath = 15_000;

/**
 * Starts the packaged PostgreSQL on a data folder and returns when it accepts connections.
 * Works for root and for ordinary users; recovers from kill -9 of Node or of PostgreSQL.
 * Throws {@link ServerError}, `alreadyRunning` if a living program already serves this folder.
 *
 * Call it on the main thread: the kernel stops PostgreSQL when the thread that started it ends.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { log = () => {}, settings = {} } = options;
  const binaries = findBinaries();
  const runner = chooseRunner(options.runAs);
  const dataDir = realPath(options.dataDir);
  await clearTheWay(dataDir, log);
  await initFolder({ dataDir, initdb: binaries.initdb, runner, sync: !isThrowAway(settings) });
  const socketFolder = prepareSocketFolder(dataDir, runner);
  const launched = await launchWhenFree({
    dataDir,
    socketFolder,
    postgres: binaries.postgres,
    runner,
    settings,
    log,
  });
  const connection = { host: socketFolder, port, user: superuser, database: 'huhudao' };
  await ensureDatabase(connection);
  const stop = async (): Promise<void> => {
    await launched.stop();
    if (socketFolder !== dataDir) fs.rmSync(socketFolder, { recursive: true, force: true });
  };
  return { ...launched, connection, stop };
}

/** After a kill -9 the lock and the shared memory linger for a moment: worth another try. */
async function launchWhenFree(options: LaunchOptions): Promise<LaunchedServer> {
  const deadline = Date.now() + longestAftermath;
  for (;;) {
    try {
      return await launch(options);
    } catch (error) {
      const lingering =
        error instanceof ServerError && /lock file|pre-existing shared memory/.test(error.detail);
      if (!lingering || Date.now() > deadline) throw error;
      await sleep(100);
      await clearTheWay(options.dataDir, options.log);
    }
  }
}

async function ensureDatabase(connection: ServerConnection): Promise<void> {
  const sql = openPool({ ...connection, database: 'postgres' }, { max: 1 });
  try {
    if (!(await hasDatabase(sql, connection.database))) await createDatabase(sql, connection.database);
  } finally {
    await sql.end();
  }
}

/** The folder's real path, so that two names of one folder are seen to be the same. The folder need not exist. */
function realPath(dataDir: string): string {
  const absolute = path.resolve(dataDir);
  if (fs.existsSync(absolute)) return fs.realpathSync(absolute);
  fs.mkdirSync(path.dirname(absolute), { recursive: true });
  return path.join(fs.realpathSync(path.dirname(absolute)), path.basename(absolute));
}
