import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendSegments } from './trend-segments.ts';

const point = fc.record({
  purpose: fc.constantFrom('measurement', 'coverage'),
  formulaId: fc.constantFrom('f1', 'f2'),
});

test('a trend breaks where purpose or definition changes, says why, and loses no point', () => {
  const rounds = [
    { purpose: 'measurement', formulaId: 'f1' },
    { purpose: 'measurement', formulaId: 'f1' },
    { purpose: 'measurement', formulaId: 'f2' },
    { purpose: 'coverage', formulaId: 'f1' },
  ];
  expect(trendSegments(rounds).map(({ points, brokenBy }) => [points.length, brokenBy])).toEqual([
    [2, []],
    [1, ['formula']],
    [1, ['purpose', 'formula']],
  ]);
});

test('a line joins only points of one purpose and one definition', () => {
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const segments = trendSegments(points);
      expect(segments.flatMap((segment) => segment.points)).toEqual(points);
      for (const segment of segments) {
        expect(new Set(segment.points.map(({ purpose, formulaId }) => `${purpose} ${formulaId}`)).size).toBe(
          1,
        );
      }
    }),
  );
});
