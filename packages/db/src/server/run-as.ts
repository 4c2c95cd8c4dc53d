/**
 * PostgreSQL refuses to run as root, and an ordinary user may not change who they are.
 * This file finds the way that works here and asks the kernel to stop PostgreSQL when Node dies.
 */
import { spawnSync } from 'node:child_process';
import { ServerError } from './server-error.ts';

/**
 * - `direct`: as the ordinary user who started Node
 * - `namespace`: root, shown to PostgreSQL as an ordinary user through a user namespace
 * - `otherUser`: root where namespaces are forbidden (most containers): as another account
 */
export type RunAs = 'direct' | 'namespace' | 'otherUser';

/** How to start a PostgreSQL program: the words before it, and the account its files must belong to. */
export type Runner = { mode: RunAs; prefix: string[]; uid: number; gid: number };

const nobody = 65534;

/** SIGINT is PostgreSQL's fast, clean stop. The kernel sends it when the parent dies, even by kill -9. */
const stopWithParent = ['--pdeathsig', 'INT'];

/** The first way to run PostgreSQL that works for this account, or the one asked for. */
export function chooseRunner(wanted?: RunAs): Runner {
  const runner = findRunners().find(({ mode }) => wanted === undefined || mode === wanted);
  if (runner) return runner;
  throw new ServerError(
    'folderUnusable',
    'PostgreSQL must not run as root, and neither unshare nor setpriv works here: start as an ordinary user.',
  );
}

/** Every way to run PostgreSQL that works for this account, best first. */
export function findRunners(): Runner[] {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  const modes: RunAs[] = uid === 0 ? ['namespace', 'otherUser'] : ['direct'];
  return modes.flatMap((mode) => {
    const prefix = prefixes(mode).find(works);
    const account = mode === 'otherUser' ? { uid: nobody, gid: nobody } : { uid, gid };
    return prefix ? [{ mode, prefix, ...account }] : [];
  });
}

/** The words to put before the program, best first. */
function prefixes(mode: RunAs): string[][] {
  switch (mode) {
    case 'direct':
      return [['setpriv', ...stopWithParent], []];
    case 'namespace': {
      const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
      return [[...namespace, 'setpriv', ...stopWithParent]];
    }
    case 'otherUser': {
      const account = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
      // The program and the data folder often lie under a home that only root may enter.
      const enterAnyFolder = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
      return [
        [...account, ...enterAnyFolder, ...stopWithParent],
        [...account, ...stopWithParent],
      ];
    }
  }
}

function works(prefix: string[]): boolean {
  const [command = 'true', ...rest] = prefix;
  return spawnSync(command, [...rest, 'true'], { stdio: 'ignore' }).status === 0;
}
