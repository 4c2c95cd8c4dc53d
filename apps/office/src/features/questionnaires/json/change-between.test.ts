import { expect, it } from 'vitest';
import { changeBetween } from './change-between.ts';

it.each([
  ['题一二', '题三二', { from: 1, to: 2, insert: '三' }],
  ['ab', 'aab', { from: 1, to: 1, insert: 'a' }],
  ['aab', 'ab', { from: 1, to: 2, insert: '' }],
  ['', 'new', { from: 0, to: 0, insert: 'new' }],
  ['same', 'same', null],
])('from “%s” to “%s” only what differs is replaced', (before, after, change) => {
  expect(changeBetween(before, after)).toEqual(change);
});
