import fs from 'node:fs';
import path from 'node:path';
import { generators } from '../generate/generators.ts';
import { root } from '../lib/root.ts';
import { say } from '../lib/say.ts';

/** Writes the files that are made from sources and checked in. */
export async function generate(): Promise<number> {
  for (const { file, make } of generators) {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), await make());
    say(file);
  }
  return 0;
}
