import { runProgram } from '../lib/run-program.ts';

/** Compares the kept counts with all answers (apps/api/src/recount.main.ts). `--mend` puts them right. */
export const recount = (args: string[]): Promise<number> =>
  runProgram(process.execPath, ['apps/api/src/recount.main.ts', ...args]);
