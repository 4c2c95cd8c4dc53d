import { readProgram } from '../lib/run-program.ts';
import type { Check } from './check.ts';

/** The version of pnpm stands in tools/bootstrap.mjs; a second place would only disagree with it. */
const ignored = ['--ignore-rule', 'root-package-manager-field'];

/** The package.json files agree with each other (sherif). */
export const manifests: Check = {
  name: 'manifests',
  find: async (root) => {
    const { exitCode, stdout, stderr } = await readProgram('sherif', ['--no-install', ...ignored], {
      cwd: root,
    });
    return exitCode === 0 ? [] : [{ file: 'package.json', message: `${stdout}${stderr}`.trim() }];
  },
};
