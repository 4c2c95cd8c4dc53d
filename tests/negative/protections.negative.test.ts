/**
 * Switches protections off one by one, each in a copy of the repository, and runs the test that guards it: it must go
 * red. The same test is green in a copy that nobody has touched, so that it is the protection that it notices.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { copyRepository } from './copy-repository.ts';
import { protections, type Protection } from './protections.ts';

/** The part of Vitest's JSON report that is read here. */
type Report = {
  testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
};
type End = { status: string; said: string };

/** How the guarding test ends in a copy: its status, and what it said where it failed. */
function runGuard(copy: string, { project, file, title }: Protection['guard']): End {
  const output = path.join(copy, 'guard.json');
  const args = ['run', '--project', project, file, '--reporter=json', `--outputFile=${output}`];
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, ...args], { cwd: copy, encoding: 'utf8', timeout: 300_000 });
  if (!fs.existsSync(output)) return { status: 'not run', said: '' };
  const { testResults }: Report = JSON.parse(fs.readFileSync(output, 'utf8'));
  const found = testResults
    .flatMap((one) => one.assertionResults)
    .filter((one) => one.fullName.includes(title));
  fs.rmSync(output);
  const [only, ...more] = found;
  if (only === undefined || more.length > 0)
    return { status: `${found.length} tests of that name`, said: '' };
  return { status: only.status, said: stripVTControlCharacters(only.failureMessages.join('\n')) };
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
    expect(runGuard(copy, protection.guard).status, 'untouched').toBe('passed');
    switchOff(copy, protection);
    const { status, said } = runGuard(copy, protection.guard);
    console.log(`${protection.guard.file}: ${protection.guard.title}\n  ✗ ${said.split('\n    at ')[0]}`);
    expect(status, 'switched off').toBe('failed');
    expect(said).toMatch(protection.red);
  });
});
