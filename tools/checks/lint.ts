import path from 'node:path';
import { readProgram } from '../lib/run-program.ts';
import { CheckBroken, type Check } from './check.ts';

/** The part of oxlint's JSON report that is read here. */
type Report = {
  diagnostics: {
    message: string;
    code?: string;
    filename: string;
    labels: { span: { line: number } }[];
  }[];
  number_of_files: number;
};

/** oxlint with types and the rules of this house (.oxlintrc.json, tools/lint). */
export const lint: Check = {
  name: 'lint',
  find: async (root) => {
    const { stdout, stderr } = await readProgram('oxlint', ['--type-aware', '--format', 'json'], {
      cwd: root,
    });
    const report = parse(stdout, stderr);
    if (report.number_of_files === 0) throw new CheckBroken('oxlint looked at no file');
    return report.diagnostics.map(({ message, code, filename, labels }) => {
      const line = labels[0]?.span.line;
      const file = path.isAbsolute(filename) ? path.relative(root, filename) : filename;
      return { file, message: `${message} ${code ?? ''}`.trim(), ...(line === undefined ? {} : { line }) };
    });
  },
};

function parse(stdout: string, stderr: string): Report {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new CheckBroken(`oxlint: ${stdout}${stderr}`);
  }
}
