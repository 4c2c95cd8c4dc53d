import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';
import { runProgram } from './run-program.ts';

/** How many tests ended how. */
export type Tally = { passed: number; failed: number };

const reportFile = path.join(root, 'tests', '.artifacts', 'vitest.json');

/** The part of Vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Runs Vitest projects with their output on the terminal (`verbose`: every test by its title), and counts. */
export async function runVitest(
  projects: string[],
  args: string[] = [],
  reporter: 'default' | 'verbose' = 'default',
): Promise<Tally> {
  fs.rmSync(reportFile, { force: true });
  const selection = projects.flatMap((project) => ['--project', project]);
  const reporters = [`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${reportFile}`];
  const exitCode = await runProgram('vitest', ['run', ...selection, ...reporters, ...args]);
  const { passed, failed } = readTally();
  // Something beside the tests went wrong: an error outside any test, a run cut short.
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

function readTally(): Tally {
  if (!fs.existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report: Report = JSON.parse(fs.readFileSync(reportFile, 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Prints the closing line of a test run and returns its exit code. */
export function close(tallies: Tally[]): number {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
