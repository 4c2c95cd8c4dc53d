import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyCell } from './cell.ts';
import { countsRemaining, keepsPastOpen, publishedCount } from './history.ts';
import { defaultDisclosureRules } from './rules.ts';

const rules = { ...defaultDisclosureRules, precision: null };
const released = (n: number, favourable: number) =>
  publishedCount({ n, favourable }, classifyCell({ n, favourable }, rules), rules);

/** Releases of one growing cell: counts of favourable and unfavourable answers added each time. */
const growth = fc
  .array(fc.record({ favourable: fc.nat({ max: 9 }), unfavourable: fc.nat({ max: 4 }) }), {
    minLength: 2,
    maxLength: 4,
  })
  .map((steps) => {
    const total = { n: 8, favourable: 7 };
    return steps.map((step) => {
      total.favourable += step.favourable;
      total.n += step.favourable + step.unfavourable;
      return { ...total };
    });
  });

/** Every history a reader cannot tell from the real one, tried out one by one. */
function everyHistory(cells: readonly { n: number; favourable: number }[]): Set<number>[] {
  const shown = cells.map((cell) => classifyCell(cell, rules));
  const found = cells.map(() => new Set<number>());
  const descend = (counts: readonly number[]): void => {
    const at = counts.length;
    const cell = cells[at];
    if (cell === undefined) {
      for (const [index, count] of counts.entries()) found[index]?.add(count);
      return;
    }
    const before = counts.at(-1);
    const least = before ?? 0;
    const most = before === undefined ? cell.n : before + cell.n - (cells[at - 1]?.n ?? 0);
    for (let favourable = least; favourable <= Math.min(most, cell.n); favourable += 1) {
      const own = classifyCell({ n: cell.n, favourable }, rules);
      const exact = shown[at]?.kind === 'shown';
      if (exact ? favourable === cell.favourable : JSON.stringify(own) === JSON.stringify(shown[at]))
        descend([...counts, favourable]);
    }
  };
  descend([]);
  return found;
}

describe('the releases of one cell', () => {
  test('give a band away when what is printed next has fewer further answers than it needs', () => {
    expect(keepsPastOpen([released(30, 26), released(35, 26)], rules)).toBe(false);
    expect(countsRemaining([released(30, 26), released(35, 26)])[0]).toEqual({ low: 26, high: 26 });
  });

  test('keep a band open when the further answers could be the whole minority', () => {
    expect(keepsPastOpen([released(30, 26), released(39, 30)], rules)).toBe(true);
  });

  test('leave exactly the counts that a reader who tries every history is left with', () => {
    fc.assert(
      fc.property(growth, (cells) => {
        const ranges = countsRemaining(cells.map(({ n, favourable }) => released(n, favourable)));
        for (const [index, counts] of everyHistory(cells).entries()) {
          expect(ranges[index]).toEqual({ low: Math.min(...counts), high: Math.max(...counts) });
          expect(counts.size).toBe(Math.max(...counts) - Math.min(...counts) + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('do not stop a release because answers were withdrawn', () => {
    const withdrawn = [released(40, 38), released(36, 35)];
    expect(keepsPastOpen(withdrawn, rules)).toBe(true);
    for (const { low, high } of countsRemaining(withdrawn)) expect(high).toBeGreaterThan(low);
  });
});
