import fs from 'node:fs';
import path from 'node:path';
import { readProgram } from '../lib/run-program.ts';
import { CheckBroken, type Check, type Violation } from './check.ts';

const line = /^(?<file>[^()\s]+)\((?<line>\d+),\d+\): error (?<message>.*)$/;

/** The TypeScript compiler, strict, over every project that tsconfig.json names: Node, browsers. */
export const types: Check = {
  name: 'types',
  find: async (root) => {
    const { references }: { references: { path: string }[] } = JSON.parse(
      fs.readFileSync(path.join(root, 'tsconfig.json'), 'utf8'),
    );
    return (await Promise.all(references.map((project) => compile(root, project.path)))).flat();
  },
};

async function compile(root: string, project: string): Promise<Violation[]> {
  const { exitCode, stdout } = await readProgram('tsc', ['-p', project, '--pretty', 'false'], { cwd: root });
  const violations = stdout.split('\n').flatMap((text) => {
    const { file, line: number, message } = line.exec(text)?.groups ?? {};
    return file && message ? [{ file, line: Number(number), message }] : [];
  });
  if (exitCode !== 0 && violations.length === 0) throw new CheckBroken(`tsc -p ${project}: ${stdout}`);
  return violations;
}
