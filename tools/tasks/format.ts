import { runProgram } from '../lib/run-program.ts';

/** Lays out all sources the one way. */
export async function format(args: string[]): Promise<number> {
  return await runProgram('oxfmt', args);
}
