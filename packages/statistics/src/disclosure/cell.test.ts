import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kornGraubard } from '../intervals/effective-size.ts';
import { expectWithin, reference } from '../reference.testing.ts';
import { classifyCell } from './cell.ts';
import type { Cell } from './cell.ts';
import { judgePrecision } from './precision.ts';
import { releaseDue } from './release-due.ts';
import { defaultDisclosureRules } from './rules.ts';

const { precision } = defaultDisclosureRules;
const grid = { ...defaultDisclosureRules, smallestShown: 10 };
const reached = { ...defaultDisclosureRules, precision: null };
const cells = fc
  .integer({ min: 0, max: 400 })
  .chain((n) => fc.record({ n: fc.constant(n), favourable: fc.nat({ max: n }) }));

describe('precision', () => {
  test('is judged as the NCHS standards judge the reference cells', () => {
    const { cases, tolerance } = reference.nchs_presentation;
    const flagOf = { Pc: 'complement', Pdf: 'fewDegreesOfFreedom', P0: 'zeroOrHundred' } as const;
    for (const { p: share, n, n_eff_used: effectiveN, df, ci, flags } of cases) {
      expectWithin(kornGraubard(share, effectiveN), ci, tolerance, `${share} of ${n}`);
      const verdict = precision && judgePrecision({ share, n, effectiveN, df }, precision);
      const wanted = Object.entries(flagOf).flatMap(([code, flag]) => (flags.includes(code) ? [flag] : []));
      expect(verdict, `${share} of ${n}`).toEqual({ suppressed: flags === 'Px', flags: wanted });
    }
  });

  test('flags fewer than 8 degrees of freedom', () => {
    expect(classifyCell({ n: 300, favourable: 200, df: 7 })).toEqual({
      kind: 'flagged',
      flags: ['fewDegreesOfFreedom'],
    });
    expect(classifyCell({ n: 300, favourable: 200, df: 8 })).toEqual({ kind: 'shown' });
  });
});

describe('one cell', () => {
  const decided: readonly [string, Cell, ReturnType<typeof classifyCell>][] = [
    ['4 answers are hidden', { n: 4, favourable: 2 }, { kind: 'hidden', reason: 'fewAnswers' }],
    ['no answers are hidden', { n: 0, favourable: 0 }, { kind: 'hidden', reason: 'fewAnswers' }],
    ['29 answers are too imprecise', { n: 29, favourable: 15 }, { kind: 'hidden', reason: 'imprecise' }],
    [
      'so are 29 of one mind, for the same reason',
      { n: 29, favourable: 29 },
      { kind: 'hidden', reason: 'imprecise' },
    ],
    ['40 split in half are', { n: 40, favourable: 20 }, { kind: 'hidden', reason: 'imprecise' }],
    [
      '100 answers worth 29 are',
      { n: 100, favourable: 80, effectiveN: 29 },
      { kind: 'hidden', reason: 'imprecise' },
    ],
    [
      '80 with a minority of 4 are at least 95%',
      { n: 80, favourable: 76 },
      { kind: 'banded', reason: 'smallMinority', band: { side: 'atLeast', share: 0.95 } },
    ],
    [
      '80 of one mind look the same',
      { n: 80, favourable: 80 },
      { kind: 'banded', reason: 'smallMinority', band: { side: 'atLeast', share: 0.95 } },
    ],
    [
      '60 with 3 favourable are at most 10%',
      { n: 60, favourable: 3 },
      { kind: 'banded', reason: 'smallMinority', band: { side: 'atMost', share: 0.1 } },
    ],
    ['300 with a minority of 30 are shown', { n: 300, favourable: 270 }, { kind: 'shown' }],
    [
      '80 with a minority of 5 are flagged',
      { n: 80, favourable: 75 },
      { kind: 'flagged', flags: ['complement'] },
    ],
  ];
  test.each(decided)('%s', (_, cell, decision) => {
    expect(classifyCell(cell)).toEqual(decision);
  });

  test('a grid takes 10 where a community takes 5', () => {
    expect(classifyCell({ n: 9, favourable: 5 }, grid)).toEqual({ kind: 'hidden', reason: 'fewAnswers' });
    expect(classifyCell({ n: 100, favourable: 91 }, grid)).toMatchObject({
      kind: 'banded',
      band: { share: 0.9 },
    });
  });

  test('a figure without an estimate is judged for confidentiality only', () => {
    expect(classifyCell({ n: 12, favourable: 6 }, reached)).toEqual({ kind: 'shown' });
  });

  test('a band is true, is a multiple of 5 points, and is the same for every small minority on its side', () => {
    fc.assert(
      fc.property(cells, ({ n, favourable }) => {
        const decision = classifyCell({ n, favourable }, reached);
        if (decision.kind !== 'banded') return;
        const { side, share } = decision.band;
        expect(side === 'atLeast' ? favourable / n >= share : favourable / n <= share).toBe(true);
        expect(Number.isInteger(Math.round(share * 1e9) / 5e7)).toBe(true);
        const minority = Math.min(4, Math.ceil(n / 2) - 1);
        for (let few = 0; few <= minority; few += 1) {
          const alike = side === 'atLeast' ? n - few : few;
          expect(classifyCell({ n, favourable: alike }, reached)).toEqual(decision);
        }
      }),
    );
  });

  test('no share with a minority below 5 is ever printed', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(defaultDisclosureRules, reached), ({ n, favourable }, rules) => {
        const { kind } = classifyCell({ n, favourable }, rules);
        if (kind === 'shown' || kind === 'flagged') {
          expect(Math.min(favourable, n - favourable)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  test('refuses counts that are no counts', () => {
    const invalid = expect.objectContaining({ code: 'invalidCount' });
    expect(() => classifyCell({ n: 5, favourable: 6 })).toThrow(invalid);
    expect(() => classifyCell({ n: 5.5, favourable: 5 })).toThrow(invalid);
  });
});

describe('release', () => {
  test.each([
    { n: 4, releasedN: 0, closing: false, due: false },
    { n: 5, releasedN: 0, closing: false, due: true },
    { n: 64, releasedN: 60, closing: false, due: false },
    { n: 65, releasedN: 60, closing: false, due: true },
    { n: 60, releasedN: 60, closing: false, due: false },
    { n: 60, releasedN: 60, closing: true, due: true },
    { n: 61, releasedN: 60, closing: true, due: false },
    { n: 64, releasedN: 60, closing: true, due: false },
    { n: 65, releasedN: 60, closing: true, due: true },
    { n: 59, releasedN: 60, closing: false, due: false },
    { n: 59, releasedN: 60, closing: true, due: false },
  ])('$releasedN released, $n now, closing $closing: due $due', ({ due, ...question }) => {
    expect(releaseDue(question)).toBe(due);
  });
});
