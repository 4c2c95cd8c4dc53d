import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must, groupOutcomes } from '@huhudao/domain';
import { contentHash, indicatorDefinitions, shortForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { classifyCell, defaultDisclosureRules, protectTable } from '@huhudao/statistics';
import { cellOf } from './measured-cell.ts';
import { planCells, rulesOf, type NewCell } from './plan-releases.ts';

const awareness = must(
  indicatorDefinitions(compile(shortForm, 'questionnaire'), contentHash(shortForm)).find(
    (one) => one.indicator === 'awareness',
  ),
  'the definition of awareness',
);

type Answers = { know: number; heardOf: number; dontKnow: number };
/** What a community's answers might be: the unfavourable ones, and those of them that heard of it. */
type Guess = { unfavourable: number; heardOf: number };

const frames = [130, 90, 110];
const total = ({ know, heardOf, dontKnow }: Answers) => know + heardOf + dontKnow;

/** What the last release of a round shows, if nothing was released before it. */
function closeRound(
  communities: readonly Answers[],
  sampled: boolean,
): { cells: NewCell[]; street: NewCell } {
  const released = planCells(
    {
      streetId: 'street',
      sampled,
      closing: true,
      definitions: [awareness],
      communities: communities.map((answers, index) => ({
        communityId: `c${index}`,
        frameSize: must(frames[index], 'a frame'),
        outcomes: groupOutcomes([{ outcome: 'completed', count: total(answers) }]),
        now: { awareness: { respondents: total(answers), codes: answers } },
        past: {},
      })),
    },
    { rules: defaultDisclosureRules, protect: protectTable, remembers: true },
  );
  const cells = communities.map((_, index) =>
    must(
      released.find((cell) => cell.areaId === `c${index}`),
      'a community',
    ),
  );
  const street = must(
    released.find((cell) => cell.areaId === 'street'),
    'the street',
  );
  return { cells, street };
}

const isPrinted = (cell: NewCell): boolean => cell.figures.value !== null;
const between = (low: number, high: number): number[] =>
  Array.from({ length: high - low + 1 }, (_, index) => low + index);

/** The answers that fit a community's own cell; of two small numbers the reader is told which is. */
function guessesOf(cell: NewCell, answers: Answers, index: number, sampled: boolean): Guess[] {
  const { n, figures, kind, reason } = cell;
  const frameSize = must(frames[index], 'a frame');
  const own = (unfavourable: number) =>
    classifyCell(
      cellOf({ n, favourable: n - unfavourable, respondents: n, frameSize }, sampled),
      rulesOf(defaultDisclosureRules, sampled),
    );
  if (!isPrinted(cell)) {
    const fits = between(0, n).filter((unfavourable) => {
      const decision = own(unfavourable);
      if (reason === 'secondary') return decision.kind === 'shown' || decision.kind === 'flagged';
      if (decision.kind === 'banded')
        return kind === 'banded' && decision.band.side === figures.band?.direction;
      return decision.kind === 'hidden' && decision.reason === reason;
    });
    return fits.flatMap((unfavourable) =>
      between(0, unfavourable).map((heardOf) => ({ unfavourable, heardOf })),
    );
  }
  const unfavourable = n - Math.round(must(figures.value, 'a value') * n);
  const { heardOf, dontKnow } = answers;
  const told = figures.beside?.share !== null || Math.min(heardOf, dontKnow) >= 5;
  const range = told
    ? [heardOf]
    : heardOf < 5
      ? between(0, Math.min(4, unfavourable))
      : between(unfavourable - 4, unfavourable);
  return range.map((guess) => ({ unfavourable, heardOf: guess }));
}

type Found = { heardOf: Set<number>; unfavourable: Set<number> }[];

/** Tries every combination of answers that fits the page, with "heard of it" of the street as given. */
function attack(
  guesses: readonly Guess[][],
  sizes: readonly number[],
  weights: readonly number[],
  { rate, beside }: { rate: readonly [number, number]; beside: readonly [number, number] },
): Found {
  const base = sizes.reduce((sum, n, index) => sum + n * must(weights[index], 'a weight'), 0);
  const found: Found = guesses.map(() => ({ heardOf: new Set(), unfavourable: new Set() }));
  const chosen: Guess[] = [];
  const within = (sum: number, [low, high]: readonly [number, number]) =>
    sum / base >= low - 1e-9 && sum / base <= high + 1e-9;
  const descend = (index: number, unfavourable: number, heardOf: number): void => {
    const here = guesses[index];
    if (here === undefined) {
      if (!within(unfavourable, rate) || !within(heardOf, beside)) return;
      for (const [at, guess] of chosen.entries()) {
        found[at]?.heardOf.add(guess.heardOf);
        found[at]?.unfavourable.add(guess.unfavourable);
      }
      return;
    }
    const weight = must(weights[index], 'a weight');
    for (const guess of here) {
      chosen[index] = guess;
      descend(index + 1, unfavourable + weight * guess.unfavourable, heardOf + weight * guess.heardOf);
    }
  };
  descend(0, 0, 0);
  return found;
}

const community = fc.record({
  know: fc.integer({ min: 28, max: 50 }),
  heardOf: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 12 })),
  dontKnow: fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: 12 })),
});
const round = fc.tuple(community, community, community);

/** Counts of communities that the street's "heard of it" narrows, over many rounds; and rounds in which it is told. */
function narrowed(sampled: boolean, numRuns: number, window?: number): { narrowed: number; told: number } {
  const met = { narrowed: 0, told: 0 };
  fc.assert(
    fc.property(round, (answers) => {
      const { cells, street } = closeRound(answers, sampled);
      const { value, beside } = street.figures;
      const weights = answers.map((one, index) =>
        sampled ? must(frames[index], 'a frame') / total(one) : 1,
      );
      const sum = (of: (one: Answers) => number) =>
        answers.reduce((all, one, index) => all + of(one) * must(weights[index], 'a weight'), 0);
      const guesses = cells.map((cell, index) =>
        guessesOf(cell, must(answers[index], 'answers'), index, sampled),
      );
      const combinations = guesses.reduce((product, one) => product * one.length, 1);
      if (value === null || combinations === 1 || combinations > 200_000) return;
      const exact = sum((one) => one.heardOf) / sum(total);
      const share = window === undefined ? (beside?.share ?? null) : exact;
      if (share === null) return;
      met.told += 1;
      const half = window ?? 0.005;
      const slack = sampled ? 0.0005 : 0;
      const rate = [1 - value - slack, 1 - value + slack] as const;
      const sizes = answers.map(total);
      const without = attack(guesses, sizes, weights, { rate, beside: [0, 1] });
      const found = attack(guesses, sizes, weights, { rate, beside: [share - half, share + half] });
      for (const [index, { heardOf, unfavourable }] of found.entries()) {
        const before = must(without[index], 'a community');
        const wanted = isPrinted(must(cells[index], 'a cell'))
          ? before.heardOf.size
          : Math.min(5, before.heardOf.size);
        if (unfavourable.size < before.unfavourable.size || heardOf.size < wanted) met.narrowed += 1;
      }
    }),
    { numRuns, seed: 11 },
  );
  return met;
}

describe('"heard of it" of a street beside communities that keep theirs back', () => {
  it.each([
    ['coverage', false],
    ['measurement', true],
  ])(
    'leaves every number as open as it would be without it: %s',
    (_, sampled) => {
      const met = narrowed(sampled, 120);
      expect(met.told).toBeGreaterThan(5);
      expect(met.narrowed).toBe(0);
    },
    120_000,
  );

  it('would give numbers away if it were told whenever the rate is, to a tenth of a point', () => {
    expect(narrowed(false, 60, 0.0005).narrowed).toBeGreaterThan(10);
    expect(narrowed(true, 60, 0.0005).narrowed).toBeGreaterThan(10);
  }, 120_000);
});
