import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isStorable } from './storable.ts';

it('whatever survives the way to the database and back is storable, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const comesBack = new TextDecoder().decode(new TextEncoder().encode(text)) === text;
      expect(isStorable(text)).toBe(comesBack && !text.includes('\u0000'));
    }),
  );
});

it('one bad text anywhere, key or value, makes the whole not storable', () => {
  const bad = ['\u0000', '好\uD83D', '\uDE00'];
  for (const text of bad) {
    expect(isStorable({ answers: [{ note: text }] })).toBe(false);
    expect(isStorable({ answers: [{ [text]: 1 }] })).toBe(false);
  }
  expect(isStorable({ answers: [{ note: '😀 <script> \u202E' }, 7, null, true] })).toBe(true);
});
