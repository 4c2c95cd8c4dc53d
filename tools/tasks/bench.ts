import { buildApps } from '../lib/build-apps.ts';
import { runProgram } from '../lib/run-program.ts';

/** Measures the product (docs/benchmarks.md). Arguments name parts; `quick` is a short look that changes no file. */
export async function bench(args: string[]): Promise<number> {
  await buildApps();
  return await runProgram(process.execPath, ['tests/bench/bench.ts', ...args]);
}
