import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postmaster.ts';
import type { Runner } from './run-as.ts';
import { followOutput, runProgram } from './run-program.ts';
import { ServerError } from './server-error.ts';

/** The role that owns every database of the packaged server. */
export const superuser = 'huhudao';

export type InitOptions = { dataDir: string; initdb: string; runner: Runner; sync: boolean };

/**
 * Sets a data folder up if it has none yet. The work happens in a folder beside it, renamed when
 * complete: whatever interrupts it, a half-made cluster never carries the real name.
 */
export async function initFolder(options: InitOptions): Promise<void> {
  const { dataDir, runner } = options;
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return giveTo(runner, dataDir);
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  await removeAbandoned(dataDir);
  const side = `${dataDir}.init-${process.pid}`;
  fs.mkdirSync(side, { mode: 0o700 });
  fs.chownSync(side, runner.uid, runner.gid);
  try {
    await runInitdb(options, side);
    moveIntoPlace(side, dataDir);
  } finally {
    fs.rmSync(side, { recursive: true, force: true });
  }
}

/**
 * Encoding and character classes are those of C.UTF-8: Chinese letters count as letters, which trigram
 * search needs, and text sorts by code point, the same on every machine.
 */
async function runInitdb({ initdb, runner, sync }: InitOptions, folder: string): Promise<void> {
  const args = ['-D', folder, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!sync) args.push('--no-sync');
  const child = runProgram(runner, initdb, args);
  const output = followOutput(child, () => {});
  const [code] = await once(child, 'close');
  if (code !== 0) throw new ServerError('initFailed', output.tail());
}

/** If another process finished first, its cluster stands and ours is thrown away. */
function moveIntoPlace(side: string, dataDir: string): void {
  try {
    fs.renameSync(side, dataDir);
  } catch (error) {
    if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) throw new ServerError('initFailed', String(error));
    return;
  }
  const parent = fs.openSync(path.dirname(dataDir), 'r');
  fs.fsyncSync(parent);
  fs.closeSync(parent);
}

/** Removes what a killed set-up left behind; the name tells whose it was. */
async function removeAbandoned(dataDir: string): Promise<void> {
  const prefix = `${path.basename(dataDir)}.init-`;
  const parent = path.dirname(dataDir);
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    if (pid === process.pid || !isAlive(pid)) await removeStubbornly(path.join(parent, name));
  }
}

/** An initdb that lost its parent tidies up as well, and two who remove the same files get in each other's way. */
async function removeStubbornly(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100 && fs.existsSync(folder); attempt += 1) {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (attempt === 99) throw new ServerError('initFailed', String(error));
    }
    await sleep(50);
  }
}

/** A cluster made by one account and now run by another (root in a container, then out of it) changes hands. */
function giveTo({ uid, gid }: Runner, dataDir: string): void {
  if (fs.statSync(dataDir).uid === uid) return;
  if (process.getuid?.() !== 0)
    throw new ServerError('folderUnusable', `${dataDir} belongs to another account`);
  for (const entry of fs.readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(dataDir, entry), uid, gid);
  }
  fs.chownSync(dataDir, uid, gid);
}
