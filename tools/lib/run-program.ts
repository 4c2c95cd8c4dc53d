import { spawn, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import { root } from './root.ts';

export type RunOptions = { cwd?: string; env?: NodeJS.ProcessEnv };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program to its end with our terminal, passes signals on to it, and returns its exit code.
 * A program of our dependencies is found by its name.
 */
export async function runProgram(program: string, args: string[], options: RunOptions = {}): Promise<number> {
  const { cwd = root, env = process.env } = options;
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  const stopPassing = passSignalsOn([child]);
  const exitCode = await exitOf(child);
  stopPassing();
  return exitCode;
}

/** Runs several programs side by side; when one ends, the others are stopped. Returns the first's exit code. */
export async function runTogether(
  programs: { program: string; args: string[]; cwd: string }[],
): Promise<number> {
  const children = programs.map(({ program, args, cwd }) => spawn(program, args, { cwd, stdio: 'inherit' }));
  const stopPassing = passSignalsOn(children);
  const exits = children.map(exitOf);
  const first = await Promise.race(exits);
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(exits);
  stopPassing();
  return first;
}

/** Runs a program quietly and returns what it printed. */
export async function readProgram(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const { cwd = root, env = process.env } = options;
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const stopPassing = passSignalsOn([child]);
  const exitCode = await exitOf(child);
  stopPassing();
  return { exitCode, ...printed };
}

function passSignalsOn(children: ChildProcess[]): () => void {
  const passOn = (signal: NodeJS.Signals): void => {
    for (const child of children) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, passOn);
  return () => {
    for (const signal of signals) process.off(signal, passOn);
  };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal ?? 'SIGTERM']));
  });
}
