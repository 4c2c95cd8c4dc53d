import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes a small repository for one test: texts by path. Returns its root; it is gone after the test. */
export function writeSources(sources: Record<string, string>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-check-'));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(sources)) {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  return root;
}
