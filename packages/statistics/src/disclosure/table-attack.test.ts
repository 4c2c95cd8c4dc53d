import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attack, countsAllowed, publish } from './attacker.testing.ts';
import { classifyCell, isExact } from './cell.ts';
import { defaultDisclosureRules } from './rules.ts';
import { protectTable } from './table.ts';
import type { PublishedTotal, TableDecision } from './table.ts';

const rules = defaultDisclosureRules;
const small = { ...rules, precision: null };
const asCounts: PublishedTotal = { as: 'counts' };

/** The page as it would be if each cell were judged for itself: the protection switched off. */
function unprotected(sizes: readonly number[], counts: readonly number[]): TableDecision {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    cells: sizes.map((n, index) => classifyCell({ n, favourable: counts[index] ?? 0 }, small)),
    total: classifyCell({ n: sum(sizes), favourable: sum(counts) }, small),
  };
}

/**
 * Unprinted cells that the attack narrows to less than is promised: 5 counts of a cell that is hidden or banded for
 * its own sake, 2 of one hidden for the sake of another; or all that its band, reason or size allows.
 */
function narrowed(
  sizes: readonly number[],
  counts: readonly number[],
  decision: TableDecision,
  total: PublishedTotal,
): { unprinted: number; broken: number; pinned: number } {
  const page = publish(sizes, counts, decision, total);
  const remaining = attack(page, total, small);
  const left = [...decision.cells.entries()]
    .filter(([index, cell]) => !isExact(cell) && sizes[index] !== 0)
    .map(([index, cell]) => {
      const promise = cell.kind === 'hidden' && cell.reason === 'secondary' ? 2 : 5;
      const allowed = countsAllowed(sizes[index] ?? 0, cell, small).length;
      return { now: remaining[index]?.size ?? 0, promised: Math.min(promise, allowed) };
    });
  return {
    unprinted: left.length,
    broken: left.filter(({ now, promised }) => now < promised).length,
    pinned: left.filter(({ now }) => now < 2).length,
  };
}

describe('an attacker who tries every combination of counts the page allows', () => {
  /** Every table of these sizes, each published and attacked. */
  function attackEvery(sizes: readonly number[], decide: (counts: readonly number[]) => TableDecision) {
    const result = { tables: 0, printedTotals: 0, broken: 0, pinned: 0 };
    const descend = (counts: readonly number[]): void => {
      const n = sizes[counts.length];
      if (n === undefined) {
        const decision = decide(counts);
        const { unprinted, broken, pinned } = narrowed(sizes, counts, decision, asCounts);
        result.tables += 1;
        if (unprinted > 0 && isExact(decision.total)) result.printedTotals += 1;
        result.broken += broken;
        result.pinned += pinned;
        return;
      }
      for (let count = 0; count <= n; count += 1) descend([...counts, count]);
    };
    descend([]);
    return result;
  }
  const protect = (sizes: readonly number[]) => (counts: readonly number[]) =>
    protectTable({
      cells: sizes.map((n, index) => ({ n, favourable: counts[index] ?? 0 })),
      total: asCounts,
      rules: small,
    });

  test.each([[[12, 15]], [[3, 11, 12]], [[10, 11, 13]], [[6, 7, 12]]])(
    'leaves every unprinted cell of every table of %j as open as promised',
    (sizes) => {
      const { tables, printedTotals, broken } = attackEvery(sizes, protect(sizes));
      expect(tables).toBe(sizes.reduce((product, n) => product * (n + 1), 1));
      expect(printedTotals).toBeGreaterThan(tables / 10);
      expect(broken).toBe(0);
    },
  );

  test('finds secrets at once when secondary suppression is off', () => {
    const sizes = [10, 11, 13];
    const { broken, pinned } = attackEvery(sizes, (counts) => unprotected(sizes, counts));
    expect(pinned).toBeGreaterThan(200);
    expect(broken).toBeGreaterThan(pinned);
  });

  const weighted = fc
    .array(
      fc.record({ n: fc.integer({ min: 3, max: 26 }), weight: fc.double({ min: 8, max: 40, noNaN: true }) }),
      {
        minLength: 2,
        maxLength: 3,
      },
    )
    .chain((cells) =>
      fc.record({
        sizes: fc.constant(cells.map(({ n }) => n)),
        weights: fc.constant(cells.map(({ weight }) => weight)),
        counts: fc.tuple(...cells.map(({ n }) => fc.nat({ max: n }))),
        decimals: fc.constantFrom(2, 3),
      }),
    );

  test('finds a secret in a weighted share when secondary suppression is off', () => {
    const [sizes, counts] = [
      [20, 24, 28],
      [19, 15, 20],
    ];
    const total: PublishedTotal = { as: 'share', weights: [20, 22, 19], decimals: 3 };
    expect(narrowed(sizes, counts, unprotected(sizes, counts), total)).toMatchObject({
      unprinted: 1,
      pinned: 1,
    });
  });

  test('gets no further with a weighted share, whose rounding is all that hides the counts', () => {
    fc.assert(
      fc.property(weighted, ({ sizes, counts, ...share }) => {
        const total: PublishedTotal = { as: 'share', ...share };
        const cells = sizes.map((n, index) => ({ n, favourable: counts[index] ?? 0 }));
        const decision = protectTable({ cells, total, rules: small });
        expect(narrowed(sizes, counts, decision, total).broken).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('an attacker who knows the rules and reruns them on every table', () => {
  test.each([[[12, 14, 16]], [[3, 12, 13]], [[7, 12, 20]]])(
    'is left with at least two counts for every secret of every table of %j',
    (sizes) => {
      const pages = new Map<string, { decision: TableDecision; counts: Set<number>[] }>();
      const descend = (counts: readonly number[]): void => {
        const n = sizes[counts.length];
        if (n === undefined) {
          const cells = sizes.map((size, index) => ({ n: size, favourable: counts[index] ?? 0 }));
          const decision = protectTable({ cells, total: asCounts, rules: small });
          const key = JSON.stringify(publish(sizes, counts, decision, asCounts));
          const page = pages.get(key) ?? { decision, counts: sizes.map(() => new Set<number>()) };
          for (const [index, set] of page.counts.entries()) set.add(counts[index] ?? -1);
          pages.set(key, page);
          return;
        }
        for (let count = 0; count <= n; count += 1) descend([...counts, count]);
      };
      descend([]);
      for (const { decision, counts } of pages.values()) {
        for (const [index, cell] of decision.cells.entries()) {
          if (isExact(cell) || (cell.kind === 'hidden' && cell.reason === 'secondary')) continue;
          expect(counts[index]?.size).toBeGreaterThanOrEqual(2);
        }
      }
    },
  );
});

describe('an attacker who propagates intervals through a street of nine communities', () => {
  const street = fc
    .array(
      fc.record({ n: fc.integer({ min: 0, max: 110 }), rate: fc.double({ min: 0.75, max: 1, noNaN: true }) }),
      {
        minLength: 4,
        maxLength: 9,
      },
    )
    .map((cells) => cells.map(({ n, rate }) => ({ n, favourable: Math.round(n * rate) })));

  /** For each cell not printed for its own sake: how many counts remain, and how many its band or reason allows. */
  function propagate(cells: readonly { n: number; favourable: number }[], decision: TableDecision) {
    if (!isExact(decision.total)) return [];
    const ranges = cells.map(({ n, favourable }, index) => {
      const cell = decision.cells[index];
      return countsAllowed(n, cell && isExact(cell) ? favourable : cell, rules);
    });
    const sum = cells.reduce((all, { favourable }) => all + favourable, 0);
    const least = ranges.reduce((all, range) => all + (range[0] ?? 0), 0);
    const most = ranges.reduce((all, range) => all + (range.at(-1) ?? 0), 0);
    return [...decision.cells.entries()]
      .filter(([, cell]) => cell.kind === 'banded' || (cell.kind === 'hidden' && cell.reason !== 'secondary'))
      .filter(([index]) => (cells[index]?.n ?? 0) > 0)
      .map(([index, { kind }]) => {
        const range = ranges[index] ?? [];
        const low = sum - (most - (range.at(-1) ?? 0));
        const high = sum - (least - (range[0] ?? 0));
        return {
          kind,
          now: range.filter((count) => count >= low && count <= high).length,
          allowed: range.length,
        };
      });
  }

  test('is left with every count a band allows, and with five of any other secret', () => {
    const met = { banded: 0, hidden: 0 };
    fc.assert(
      fc.property(street, (cells) => {
        const decision = protectTable({ cells, total: asCounts });
        for (const { kind, now, allowed } of propagate(cells, decision)) {
          expect(now).toBeGreaterThanOrEqual(kind === 'banded' ? allowed : Math.min(5, allowed));
          met[kind === 'banded' ? 'banded' : 'hidden'] += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(met.banded, met.hidden)).toBeGreaterThan(20);
  });

  test('works a lone band out when secondary suppression is off', () => {
    const cells = [80, 90, 100, 110].map((n, index) => ({ n, favourable: index === 0 ? 78 : n - 20 }));
    const open = { cells: cells.map((cell) => classifyCell(cell)), total: { kind: 'shown' } } as const;
    expect(propagate(cells, open)).toEqual([{ kind: 'banded', now: 1, allowed: 5 }]);
  });
});
