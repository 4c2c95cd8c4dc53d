/**
 * Switches protections off one by one, each in a copy of the repository, and runs the test that guards it: it must go
 * red. The same test is green in a copy that nobody has touched, so that it is the protection that it notices.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyRepository } from './copy-repository.ts';
import { protections, type Protection } from './protections.ts';

/** The part of Vitest's JSON report that is read here. */
type Report = { testResults: { assertionResults: { fullName: string; status: string }[] }[] };

/** How the guarding test ends in a copy: its status, or "not run". */
function runGuard(copy: string, { project, file, title }: Protection['guard']): string {
  const output = path.join(copy, 'guard.json');
  const args = ['run', '--project', project, file, '--reporter=json', `--outputFile=${output}`];
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, ...args], { cwd: copy, encoding: 'utf8', timeout: 300_000 });
  if (!fs.existsSync(output)) return 'not run';
  const { testResults }: Report = JSON.parse(fs.readFileSync(output, 'utf8'));
  const found = testResults
    .flatMap((one) => one.assertionResults)
    .filter((one) => one.fullName.includes(title));
  return found.length === 1 && found[0] !== undefined
    ? found[0].status
    : `${found.length} tests of that name`;
}

function switchOff(copy: string, { file, off }: Protection): void {
  const target = path.join(copy, file);
  let text = fs.readFileSync(target, 'utf8');
  for (const { from, to } of off) {
    expect(text, `${file} no longer holds what is to be switched off`).toContain(from);
    text = text.replace(from, to);
  }
  fs.writeFileSync(target, text);
}

describe('without', () => {
  it.each(protections)('$name, the test that guards it goes red', (protection) => {
    const copy = copyRepository();
    expect(runGuard(copy, protection.guard), 'untouched').toBe('passed');
    switchOff(copy, protection);
    expect(runGuard(copy, protection.guard), 'switched off').toBe('failed');
  });
});
