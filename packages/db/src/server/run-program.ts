import { spawn, type ChildProcess } from 'node:child_process';
import type { Runner } from './run-as.ts';

/**
 * Starts a PostgreSQL program in its own process group, so that Ctrl-C in the terminal
 * reaches Node alone and Node decides when PostgreSQL stops.
 */
export function runProgram(runner: Runner, program: string, args: string[]): ChildProcess {
  const [command = program, ...rest] = [...runner.prefix, program, ...args];
  return spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...withoutPostgresVariables(process.env), LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
}

/** PGDATA, PGPORT and the like of a developer's shell must not reach our server. */
function withoutPostgresVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PG')));
}

const tailLength = 4000;

/** Passes the lines a program prints to `log`, and keeps the last of them to explain a failure. */
export function followOutput(child: ChildProcess, log: (line: string) => void): { tail(): string } {
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      tail = (tail + chunk).slice(-tailLength);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) log(line);
    });
  }
  return { tail: () => tail.trim() };
}
