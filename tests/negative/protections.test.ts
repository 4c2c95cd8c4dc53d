/** The controls themselves take long and run apart: that they still fit the code is asked in every run. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { protections } from './protections.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(repository, file), 'utf8');

describe('what the negative controls switch off', () => {
  it.each(protections)('still stands in its file: $name', ({ file, off, guard }) => {
    const text = read(file);
    expect(off.filter(({ from }) => !text.includes(from))).toEqual([]);
    expect(fs.existsSync(path.join(repository, guard.file))).toBe(true);
  });
});
