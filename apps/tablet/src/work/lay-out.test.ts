import { minutesOf } from '@huhudao/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

const evening = { from: '18:30', until: '20:30' };

it('one stairwell gets the whole window', () => {
  expect(layOut([{ stairwellId: 'a', left: 2 }], evening, 6)).toEqual({
    laid: [{ stairwellId: 'a', ...evening }],
    leftOut: [],
  });
});

it('several follow one another, each as long as its doors take; what does not fit is named', () => {
  const stairwells = [
    { stairwellId: 'a', left: 6 },
    { stairwellId: 'b', left: 9 },
    { stairwellId: 'c', left: 3 },
  ];
  expect(layOut(stairwells, evening, 6)).toEqual({
    laid: [
      { stairwellId: 'a', from: '18:30', until: '19:30' },
      { stairwellId: 'b', from: '19:30', until: '20:30' },
    ],
    leftOut: ['c'],
  });
});

it('nobody is lost, nobody is in two places, and the window is kept', () => {
  const stairwell = fc.record({ left: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(fc.array(stairwell, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (drawn, pace) => {
      const stairwells = drawn.map(({ left }, index) => ({ stairwellId: `s${index}`, left }));
      const { laid, leftOut } = layOut(stairwells, evening, pace);
      expect([...laid.map(({ stairwellId }) => stairwellId), ...leftOut].toSorted()).toEqual(
        stairwells.map(({ stairwellId }) => stairwellId).toSorted(),
      );
      for (const [index, { from, until }] of laid.entries()) {
        expect(from >= evening.from && until <= evening.until && minutesOf(until) > minutesOf(from)).toBe(
          true,
        );
        const next = laid[index + 1];
        if (next !== undefined) expect(next.from).toBe(until);
      }
    }),
  );
});
