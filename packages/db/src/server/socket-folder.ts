import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Runner } from './run-as.ts';
import { ServerError } from './server-error.ts';

export const port = 5432;

/** The kernel's limit for the path of a Unix socket, with its final NUL. */
const longestSocketPath = 107;

/**
 * The folder of the server's Unix socket: the data folder, which only its owner may enter, or, where
 * that path is too long, a short one named after it. It is the same at every start, so that a
 * connection pool finds a restarted server again.
 */
export function prepareSocketFolder(dataDir: string, runner: Runner): string {
  const socketPath = path.join(dataDir, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(socketPath) <= longestSocketPath && !dataDir.includes(',')) return dataDir;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const folder = `/tmp/huhudao-${name}`;
  makePrivateFolder(folder, runner);
  return folder;
}

/** In a folder everybody may write to, somebody else may have been there first. */
function makePrivateFolder(folder: string, runner: Runner): void {
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { mode: 0o700 });
    fs.chownSync(folder, runner.uid, runner.gid);
  }
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || found.uid !== runner.uid || (found.mode & 0o077) !== 0) {
    throw new ServerError('folderUnusable', `${folder} belongs to somebody else`);
  }
}
