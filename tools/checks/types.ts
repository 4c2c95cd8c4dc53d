import { readProgram } from '../lib/run-program.ts';
import { CheckBroken, type Check, type Violation } from './check.ts';

const projects = ['tsconfig.node.json', 'tsconfig.browser.json', 'tsconfig.office.json'];
const line = /^(?<file>[^()\s]+)\((?<line>\d+),\d+\): error (?<message>.*)$/;

/** The TypeScript compiler, strict, once for Node and once for browsers. */
export const types: Check = {
  name: 'types',
  find: async (root) => (await Promise.all(projects.map((project) => compile(root, project)))).flat(),
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
