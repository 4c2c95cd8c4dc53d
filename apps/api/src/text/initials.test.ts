import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['张建华', 'zjh'],
  ['单雄信', 'sxx'],
  ['欧阳娜', 'oyn'],
  ['曾国强', 'zgq'],
  ['吕岩', 'ly'],
  ['买买提·艾山', 'mmtas'],
  ['Li Wei 2', 'liwei2'],
  ['', ''],
])('%s is found by %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('initials are lower-case letters and digits whatever the name is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9]*$/.test(initialsOf(name))));
});
