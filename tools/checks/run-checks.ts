import { root } from '../lib/root.ts';
import type { Tally } from '../lib/vitest.ts';
import type { Check, Violation } from './check.ts';
import { checks } from './checks.ts';

/** Runs the checks (those whose name contains one of the words, or all) and prints what they find. */
export async function runChecks(words: string[] = []): Promise<Tally> {
  const wanted = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const tally = { passed: 0, failed: 0 };
  for (const check of wanted) {
    const started = performance.now();
    const violations = await findOrExplain(check);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`${violations.length === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`);
    for (const violation of violations) print(`    ${describe(violation)}`);
    tally[violations.length === 0 ? 'passed' : 'failed'] += 1;
  }
  return tally;
}

/** A check that breaks has found that it cannot check, which is a violation as well. */
async function findOrExplain(check: Check): Promise<Violation[]> {
  try {
    return await check.find(root);
  } catch (error) {
    return [{ file: '.', message: error instanceof Error ? error.message : String(error) }];
  }
}

function describe({ file, line, message }: Violation): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${message}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
