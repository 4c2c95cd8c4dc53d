import { readProgram } from '../lib/run-program.ts';
import { CheckBroken, type Check } from './check.ts';

/** Every file is laid out as `npm run format` does it. */
export const format: Check = {
  name: 'format',
  find: async (root) => {
    const { exitCode, stdout, stderr } = await readProgram('oxfmt', ['--list-different'], { cwd: root });
    const files = stdout.split('\n').filter((file) => file !== '');
    if (exitCode !== 0 && files.length === 0) throw new CheckBroken(`oxfmt: ${stderr}`);
    return files.map((file) => ({ file, message: 'is not laid out as `npm run format` does it' }));
  },
};
