import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv, settingNames } from './env.ts';

const repository = path.join(import.meta.dirname, '..', '..', '..');

describe('the settings', () => {
  it.each(['README.md', 'README.zh-CN.md'])(
    'stand in the table of %s, all of them and no others',
    async (file) => {
      const text = await readFile(path.join(repository, file), 'utf8');
      const named = [...text.matchAll(/`([A-Z][A-Z_]+)`/g)].map((match) => match[1]);
      expect([...new Set(named)].toSorted()).toEqual([...settingNames].toSorted());
    },
  );

  it('have a default each, and a wrong one is named', () => {
    expect(readEnv({})).toMatchObject({ PORT: 8787 });
    expect(() => readEnv({ PORT: 'many' })).toThrow(/PORT/);
  });
});
