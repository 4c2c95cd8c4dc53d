import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const prefix = 'huhudao-copy-';
const notCopied = new Set(['.git', '.data', 'dist', '.artifacts', 'node_modules']);

/**
 * A copy of the repository to break on purpose: sources are copied, dependencies linked, and the packages of
 * the workspace find each other inside the copy. It is gone after the test.
 */
export function copyRepository(): string {
  removeAbandoned();
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  onTestFinished(() => fs.rmSync(copy, { recursive: true, force: true }));
  fs.cpSync(root, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !notCopied.has(path.basename(source)),
  });
  for (const folder of ['.', ...fs.globSync('{apps,packages}/*', { cwd: root })])
    linkDependencies(folder, copy);
  return copy;
}

/** A run that was stopped (Ctrl-C, kill) leaves its copy behind, and nothing else: the repository is never touched. Another user's is theirs. */
function removeAbandoned(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const owner = fs.lstatSync(folder, { throwIfNoEntry: false })?.uid;
    if (owner === process.getuid?.()) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's: it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A package's node_modules holds relative links only; the files stand once, in the store of the root. */
function linkDependencies(folder: string, copy: string): void {
  const modules = path.join(root, folder, 'node_modules');
  if (!fs.existsSync(modules)) return;
  const store = path.join(modules, '.pnpm');
  fs.cpSync(modules, path.join(copy, folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.startsWith(store) && !path.basename(source).startsWith('.vite'),
  });
  if (fs.existsSync(store)) fs.symlinkSync(store, path.join(copy, folder, 'node_modules', '.pnpm'));
}
