import { readProgram } from '../lib/run-program.ts';
import { CheckBroken, type Check, type Violation } from './check.ts';

type Finding = { name: string; line?: number };

/** knip's JSON report: per file, and per kind of finding, what was found. */
type Report = { issues: ({ file: string } & Record<string, Finding[] | string>)[] };

/** No file, export or dependency that nothing uses, and no dependency that is used without being declared. */
export const deadCode: Check = {
  name: 'dead code',
  find: async (root) => {
    const { stdout, stderr } = await readProgram('knip', ['--no-progress', '--reporter', 'json'], {
      cwd: root,
    });
    return parse(stdout, stderr).issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, findings]) =>
        typeof findings === 'string' ? [] : findings.map((finding) => describe(file, kind, finding)),
      ),
    );
  },
};

function describe(file: string, kind: string, { name, line }: Finding): Violation {
  const message = kind === 'files' ? 'nothing uses this file' : `${name}: ${sentences[kind] ?? kind}`;
  return { file, message, ...(line === undefined ? {} : { line }) };
}

const sentences: Record<string, string> = {
  dependencies: 'a dependency that nothing uses',
  devDependencies: 'a development dependency that nothing uses',
  exports: 'an export that nothing uses',
  types: 'an exported type that nothing uses',
  unlisted: 'a dependency that package.json does not name',
  unresolved: 'an import that leads nowhere',
  duplicates: 'exported twice',
};

function parse(stdout: string, stderr: string): Report {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new CheckBroken(`knip: ${stdout}${stderr}`);
  }
}
