import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { coverageBounds } from './coverage-bounds.ts';
import { indicatorShare } from './indicator-share.ts';
import { satisfactionSummary } from './satisfaction.ts';
import type { SatisfactionDefinition } from './satisfaction.ts';

describe('indicator share', () => {
  const awareness = {
    know: 'favourable',
    heardOf: 'unfavourable',
    dontKnow: 'unfavourable',
    unsure: 'unfavourable',
  } as const;

  test('counts favourable answers against the base of the definition', () => {
    expect(indicatorShare({ know: 45, heardOf: 10, dontKnow: 4, unsure: 1 }, awareness)).toEqual({
      favourable: 45,
      n: 60,
      excluded: 0,
      share: 0.75,
    });
  });

  test('leaves excluded codes out of the base and says how many they were', () => {
    const mapping = { ...awareness, unsure: 'excluded' } as const;
    expect(indicatorShare({ know: 3, dontKnow: 1, unsure: 6 }, mapping)).toMatchObject({
      n: 4,
      excluded: 6,
      share: 0.75,
    });
  });

  test('is undefined without a base', () => {
    expect(indicatorShare({ unsure: 6 }, { unsure: 'excluded' }).share).toBeUndefined();
  });

  test('fails on a code the definition does not know, also one named like a property of every object', () => {
    const unmapped = expect.objectContaining({ code: 'unmappedCode' });
    expect(() => indicatorShare({ maybe: 1 }, awareness)).toThrow(unmapped);
    expect(() => indicatorShare({ constructor: 1 }, awareness)).toThrow(unmapped);
  });
});

describe('satisfaction', () => {
  const { levels, counts, scores, dont_know, refused, ...expected } = reference.satisfaction_scoring;
  const places = ['top', 'top', 'headline', 'rest', 'rest'] as const;
  const codes: SatisfactionDefinition['codes'] = {
    ...Object.fromEntries(
      levels.map((code, index) => [code, { level: places[index] ?? 'rest', score: scores[index] ?? 0 }]),
    ),
    dontKnow: { level: 'dontKnow' },
    refused: { level: 'outside' },
  };
  const answers = {
    ...Object.fromEntries(levels.map((code, index) => [code, counts[index] ?? 0])),
    dontKnow: dont_know,
    refused,
  };

  test('gives top share, headline share, mean score and don’t-know share of the reference counts', () => {
    const summary = satisfactionSummary(answers, { codes, dontKnow: 'outOfBase' });
    expect(summary.n).toBe(290);
    expectWithin(summary.topShare, expected.top2_valid, 1e-12);
    expectWithin(summary.headlineShare, expected.top3_valid, 1e-12);
    expectWithin(summary.meanScore, expected.mean_score, 1e-12);
    expectWithin(summary.meanScoreStandardError, expected.mean_score_se, 1e-12);
    expectWithin(summary.dontKnowShare, dont_know / 299, 1e-12);
  });

  test('takes “don’t know” into the base only where the definition says so', () => {
    const summary = satisfactionSummary(answers, { codes, dontKnow: 'inBase' });
    expectWithin(summary.topShare, expected.top2_including_dk, 1e-12);
    expectWithin(summary.headlineShare, expected.top3_including_dk, 1e-12);
    expectWithin(summary.meanScore, expected.mean_score, 1e-12);
  });

  test('is undefined without answers and fails on an unknown code', () => {
    expect(satisfactionSummary({}, { codes, dontKnow: 'inBase' })).toMatchObject({
      n: 0,
      topShare: undefined,
      meanScore: undefined,
      dontKnowShare: undefined,
    });
    expect(() => satisfactionSummary({ fine: 1 }, { codes, dontKnow: 'inBase' })).toThrow(
      expect.objectContaining({ code: 'unmappedCode' }),
    );
  });
});

describe('coverage bounds', () => {
  test('hold the share of all households, whatever those who were not reached would have answered', () => {
    const rounds = fc
      .record({ reached: fc.integer({ min: 1, max: 500 }), missed: fc.nat({ max: 500 }) })
      .chain(({ reached, missed }) =>
        fc.record({
          reached: fc.constant(reached),
          missed: fc.constant(missed),
          favourable: fc.nat({ max: reached }),
          favourableMissed: fc.nat({ max: missed }),
        }),
      );
    fc.assert(
      fc.property(rounds, ({ reached, missed, favourable, favourableMissed }) => {
        const all = reached + missed;
        const { lower, upper } = coverageBounds(favourable / reached, reached / all);
        const truth = (favourable + favourableMissed) / all;
        expect(truth).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(truth).toBeLessThanOrEqual(upper + 1e-12);
        expectWithin(upper - lower, missed / all, 1e-12);
      }),
    );
  });
});
