import { describe, expect, test } from 'vitest';
import { murmurHash3, seededRandom, xoshiro128StarStar } from './random.ts';

describe('seeded random numbers', () => {
  test('xoshiro128** gives the outputs of its authors’ reference program', () => {
    const random = xoshiro128StarStar([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, random.nextUint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('MurmurHash3 gives its published test vectors, for every length of tail', () => {
    const vectors: readonly [number[], number, number][] = [
      [[], 0, 0],
      [[], 1, 0x514e28b7],
      [[], 0xffffffff, 0x81f16f39],
      [[0xff, 0xff, 0xff, 0xff], 0, 0x76293b50],
      [[0x21, 0x43, 0x65, 0x87], 0, 0xf55b516b],
      [[0x21, 0x43, 0x65, 0x87], 0x5082edee, 0x2362f9de],
      [[0x21, 0x43, 0x65], 0, 0x7e4a8634],
      [[0x21, 0x43], 0, 0xa0f7b07a],
      [[0x21], 0, 0x72661cf4],
      [[0, 0, 0, 0], 0, 0x2362f9de],
    ];
    for (const [bytes, seed, hash] of vectors) expect(murmurHash3(Uint8Array.from(bytes), seed)).toBe(hash);
  });

  test('the same text gives the same numbers, another text others', () => {
    const first = (seed: string) => Array.from({ length: 4 }, seededRandom(seed).nextUint32);
    expect(first('幸福街道 2026-03')).toEqual(first('幸福街道 2026-03'));
    expect(first('幸福街道 2026-03')).not.toEqual(first('幸福街道 2026-04'));
  });
});
