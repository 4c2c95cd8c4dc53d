import { expect, test } from 'vitest';
import { isSafePattern } from './pattern.ts';

test.each([
  [String.raw`^\d{6}$`],
  [String.raw`^[A-Z]\d{4}$`],
  [String.raw`^\d{1,3}-\d{1,3}-\d{3,4}$`],
  [String.raw`^1\d{10}$`],
  ['^[a-zA-Z0-9_]{4,16}$'],
  ['^浙A[A-Z0-9]{5}$'],
  [String.raw`^\(\d{4}\)$`],
  ['^.{2,20}$'],
])('%s describes characters one by one and is accepted', (source) => {
  expect(isSafePattern(source)).toBe(true);
});

test.each([
  ['^(a+)+$', 'a group'],
  ['^(a|a)*$', 'alternatives'],
  ['^a*$', 'a star'],
  ['^a+$', 'a plus'],
  ['^a{2,}$', 'no upper bound'],
  [String.raw`\d{6}`, 'no anchors: any part of a text would do'],
  [String.raw`^\d{6}`, 'no end'],
  [String.raw`^(\d)\1$`, 'a reference back'],
  ['^(?=a)a$', 'a look ahead'],
  ['^.{0,9}.{0,9}.{0,9}.{0,9}$', 'four parts of varying length'],
  ['^a?a?a?a?$', 'four parts of varying length'],
  ['^[z-a]$', 'a range in the wrong order'],
  ['^a{0,999}$', 'a count of three digits'],
  ['^a{3,1}$', 'a count in the wrong order'],
  ['^[a$', 'not closed'],
  [String.raw`^\$`, 'an end that is not an end'],
  ['', 'nothing'],
])('%s is refused: %s', (source) => {
  expect(isSafePattern(source)).toBe(false);
});

test('the slowest patterns it accepts are quick on the longest answers', () => {
  const source = '^.{0,99}.{0,99}.{0,99}x$';
  expect(isSafePattern(source)).toBe(true);
  const answer = 'y'.repeat(2000);
  const start = performance.now();
  expect(new RegExp(source).test(answer)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
