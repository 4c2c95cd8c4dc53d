import { expect, test } from 'vitest';
import { newerSyntax } from './newer-syntax.ts';

test.each([
  'a?.b',
  'a ?? b',
  'a ??= b',
  'try { f() } catch { g() }',
  'class A { b = 1 }',
  'class A { static { f() } }',
  'export * as a from "a"',
  '1n + 2n',
  '1_000',
  '/(?<=a)b/',
  '/a/v',
])('%s is found to be too new', (source) => {
  expect(newerSyntax(source)).not.toEqual([]);
});

test.each([
  'async () => { for await (const a of b) await import("c") }',
  'const { a, ...rest } = { ...b }',
  '/(?<year>\\p{L})/su',
  'import.meta.url',
  'export * from "a"',
])('%s is not', (source) => {
  expect(newerSyntax(source)).toEqual([]);
});
