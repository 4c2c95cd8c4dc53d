import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from './content-hash.ts';

test('is SHA-256 over the canonical text: keys sorted, no blanks, Chinese as it is', () => {
  const canonical = '{"a":[1,true,null],"b":{"c":"户户到","d":1.5}}';
  expect(contentHash({ b: { d: 1.5, c: '户户到' }, a: [1, true, null] })).toBe(
    createHash('sha256').update(canonical).digest('hex'),
  );
  expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('does not depend on the order of keys, and survives storage as JSON', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, part]) => [key, shuffled(part)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const stored: unknown = JSON.parse(JSON.stringify(value));
      expect(contentHash(shuffled(stored))).toBe(contentHash(stored));
    }),
  );
});

test('differs when a single word differs', () => {
  expect(contentHash({ title: '满意' })).not.toBe(contentHash({ title: '满意吗' }));
});

test('has no value for what is not JSON', () => {
  expect(() => contentHash(undefined)).toThrow(RangeError);
});
