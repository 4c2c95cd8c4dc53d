import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reference } from '../reference.testing.ts';
import { fractionalSystematic, systematicPositions } from './fractional-systematic.ts';

const frames = fc
  .integer({ min: 1, max: 3000 })
  .chain((size) =>
    fc.record({ frameSize: fc.constant(size), size: fc.integer({ min: 0, max: size }), seed: fc.string() }),
  );
const doors = (count: number) => Array.from({ length: count }, (_, index) => `door ${index + 1}`);

describe('fractional systematic sampling', () => {
  test('takes the positions of the reference draws', () => {
    const { cases } = reference.systematic_fractional;
    for (const { N, n, r, selected_1based } of cases) {
      expect(systematicPositions(N, n, r)).toEqual(selected_1based);
    }
  });

  test('draws exactly the size asked for, in ascending positions inside the frame', () => {
    fc.assert(
      fc.property(frames, ({ frameSize, size, seed }) => {
        const { positions, selected } = fractionalSystematic({ frame: doors(frameSize), size, seed });
        expect(positions).toHaveLength(size);
        expect(selected).toEqual(positions.map((position) => `door ${position}`));
        for (const [index, position] of positions.entries()) {
          expect(position).toBeGreaterThan(index === 0 ? 0 : (positions[index - 1] ?? Infinity));
          expect(position).toBeLessThanOrEqual(frameSize);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('stays inside the frame for the last start there is', () => {
    const lastGrain = (2 ** 32 - 1) / 2 ** 32;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (one, other) => {
        const [n, N] = one < other ? [one, other] : [other, one];
        const positions = systematicPositions(N, n, lastGrain * (N / n));
        expect(positions.at(-1)).toBe(N);
        expect(new Set(positions).size).toBe(n);
      }),
      { numRuns: 60 },
    );
  });

  test('the stored seed draws the same list again', () => {
    fc.assert(
      fc.property(frames, ({ frameSize, size, seed }) => {
        const draw = fractionalSystematic({ frame: doors(frameSize), size, seed });
        expect(fractionalSystematic({ frame: doors(frameSize), size: draw.size, seed: draw.seed })).toEqual(
          draw,
        );
      }),
      { numRuns: 50 },
    );
  });

  test('version 1 still draws the list it drew when it was released', () => {
    const draw = fractionalSystematic({ frame: doors(103), size: 10, seed: 'huhudao' });
    expect(draw.algorithm).toBe('fractional-systematic/1');
    expect(draw.positions).toEqual([11, 21, 31, 41, 52, 62, 72, 83, 93, 103]);
  });

  test('gives every door the probability n/N, over 20,000 seeds within 4.5 standard errors', () => {
    const [N, n, draws] = [23, 7, 20_000];
    const hits = Array.from({ length: N }, () => 0);
    for (let draw = 0; draw < draws; draw += 1) {
      for (const position of fractionalSystematic({ frame: hits, size: n, seed: `round ${draw}` })
        .positions) {
        hits[position - 1] = (hits[position - 1] ?? 0) + 1;
      }
    }
    const standardError = Math.sqrt((n / N) * (1 - n / N) * draws);
    for (const count of hits) expect(Math.abs(count - (draws * n) / N)).toBeLessThan(4.5 * standardError);
  });

  test('refuses to draw more doors than the frame has', () => {
    expect(() => fractionalSystematic({ frame: doors(3), size: 4, seed: 's' })).toThrow(
      expect.objectContaining({ code: 'sampleTooLarge' }),
    );
  });
});
