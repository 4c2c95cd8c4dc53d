import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';
import { runProgram } from './run-program.ts';
import { say } from './say.ts';

/** Runs every program in a folder whose name ends so, in the order of their names, and stops at a failure. */
export async function runScripts(folder: string, ending: string, args: string[]): Promise<number> {
  const scripts = fs.globSync(`*${ending}`, { cwd: path.join(root, folder) }).toSorted();
  if (scripts.length === 0) {
    say(`${folder} 中没有 *${ending} / There is no *${ending} in ${folder}`);
    return 1;
  }
  for (const script of scripts) {
    say(script);
    const exitCode = await runProgram(process.execPath, [path.join(folder, script), ...args]);
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}
