import { satisfactionSummary } from '../estimates/satisfaction.ts';
import { stratifiedProportion } from '../estimates/stratified-proportion.ts';
import { outcomeRates } from '../outcome-rates/outcome-rates.ts';
import type { OutcomeCounts } from '../outcome-rates/outcome-rates.ts';
import { allocate, allocationScores, boundedTargets } from '../sampling/allocation.ts';
import { systematicPositions } from '../sampling/fractional-systematic.ts';
import { completesPerGroup } from '../sampling/group-size.ts';
import { ppsProbabilities } from '../sampling/pps.ts';
import { completesNeeded, sampleSize } from '../sampling/sample-size.ts';
import { adjustmentFactors } from '../weights/nonresponse.ts';
import {
  casesOf,
  compareFields,
  expectFigure,
  isFields,
  numberOf,
  numbersOf,
  textOf,
  toleranceOf,
} from './case-reader.testing.ts';
import type { Fields, GroupReader, ReferenceTest } from './case-reader.testing.ts';

const groups = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const;

function countsOf(counts: unknown): OutcomeCounts {
  if (!isFields(counts)) throw new Error('the case has no counts');
  const [I, P, R, NC, O, UH, UO, NE] = groups.map((name) => numberOf(counts, name, 0));
  return { I: I ?? 0, P: P ?? 0, R: R ?? 0, NC: NC ?? 0, O: O ?? 0, UH: UH ?? 0, UO: UO ?? 0, NE: NE ?? 0 };
}

function rateFigures(counts: OutcomeCounts) {
  return Object.fromEntries(Object.entries(outcomeRates(counts)).map(([name, rate]) => [name, () => rate]));
}

/** Every part of the group that has counts: a single example, or a list of them. */
export const outcomes: GroupReader = (group) =>
  Object.entries(group).flatMap(([name, part]) => {
    const examples = isFields(part) ? [part] : casesOf(group, name);
    return examples.flatMap((one) => outcomeTests(`${name} ${textOf(one, 'region')}`, group, one));
  });

function outcomeTests(name: string, group: Fields, one: Fields): ReferenceTest[] {
  const tolerance = toleranceOf(group, one, 1e-12);
  if (Array.isArray(one['codes'])) return [{ name, run: () => weightedRate(one, tolerance) }];
  if (!isFields(one['counts'])) return [];
  const figures = rateFigures(countsOf(one['counts']));
  // The weighted rates of a region come without their counts: outcome-rates.test.ts works these out.
  const parts = { rates: tolerance, unweighted: tolerance, published_3dp: 0.0005 + 1e-12 };
  const tests = Object.entries(parts).flatMap(([part, within]) => {
    const expected = one[part];
    return isFields(expected)
      ? [{ name: `${name} ${part}`, run: () => compareFields(expected, figures, within) }]
      : [];
  });
  const direct = Object.keys(one).filter((field) => Object.hasOwn(figures, field));
  return direct.length === 0
    ? tests
    : [...tests, { name, run: () => compareFields(one, figures, tolerance) }];
}

function weightedRate(one: Fields, tolerance: number): void {
  const codes: unknown[] = Array.isArray(one['codes']) ? one['codes'] : [];
  const weights = numbersOf(one, 'weights');
  const counts: Record<string, number> = {};
  for (const [index, code] of codes.entries()) {
    counts[String(code)] = (counts[String(code)] ?? 0) + (weights[index] ?? 0);
  }
  const rates = Object.entries(outcomeRates(countsOf(counts)));
  const figures = rates.map(([name, rate]) => [`${name}w`, () => rate]);
  compareFields(one, Object.fromEntries(figures), tolerance);
}

export const weightingClasses: GroupReader = (group) =>
  casesOf(group, 'cells').map((one) => {
    const cell = {
      responded: numberOf(one, 'w_resp'),
      notResponded: numberOf(one, 'w_nonresp'),
      unknown: numberOf(one, 'w_unknown'),
      notEligible: numberOf(one, 'w_ineligible'),
    };
    const eligible = cell.responded + cell.notResponded;
    const factors = adjustmentFactors(cell);
    const figures = {
      e: () => eligible / (eligible + cell.notEligible),
      adj_unknown: () => factors.unknown,
      adj_nonresponse: () => factors.nonresponse,
      adj_total: () => factors.total,
    };
    return {
      name: String(one['region']),
      run: () => compareFields(one, figures, toleranceOf(group, one)),
    };
  });

export const sampleSizes: GroupReader = (group) => [
  ...casesOf(group, 'cochran').map((one) => cochranCase(group, one)),
  ...casesOf(group, 'two_prop_power').map((one) => {
    const [p1, p2, power] = [numberOf(one, 'p1'), numberOf(one, 'p2'), numberOf(one, 'power')];
    const figures = { n_per_group: () => completesPerGroup({ shares: [p1, p2], power }) };
    // R finds these by iteration, and stops when it is as near as this.
    const nearness = Number.EPSILON ** 0.25;
    return { name: `${p1} against ${p2}`, run: () => compareFields(one, figures, nearness) };
  }),
  ...krejcieMorgan(group['krejcie_morgan_1970']),
];

function cochranCase(group: Fields, one: Fields): ReferenceTest {
  const [share, margin] = [numberOf(one, 'p'), numberOf(one, 'moe')];
  const question = { share, margin };
  const populationSize = numberOf(one, 'N', Infinity);
  const figures = {
    n0: () => sampleSize(question).completes,
    n: () => sampleSize({ ...question, designEffect: numberOf(one, 'deff', 1), populationSize }).completes,
  };
  return {
    name: `${share} ± ${margin} of ${populationSize}`,
    run: () => compareFields(one, figures, toleranceOf(group, one)),
  };
}

function krejcieMorgan(table: unknown): ReferenceTest[] {
  if (!isFields(table)) return [];
  return numbersOf(table, 'N').map((populationSize, index) => ({
    name: `Krejcie and Morgan, ${populationSize}`,
    run: () => {
      const question = { share: 0.5, margin: 0.05, zSquared: 3.841, designEffect: 1, populationSize };
      const completes = completesNeeded(question);
      expectFigure(completes, numbersOf(table, 'formula_unrounded')[index], 1e-9, 'unrounded');
      expectFigure(Math.round(completes), numbersOf(table, 's')[index], 0, 'as printed');
    },
  }));
}

export const pps: GroupReader = (group) =>
  casesOf(group).map((one) => ({
    name: `${numberOf(one, 'n')} of ${numbersOf(one, 'size').join(' ')}`,
    run: () => {
      const probabilities = ppsProbabilities(numbersOf(one, 'size'), numberOf(one, 'n'));
      const expected = numbersOf(one, 'pi');
      expectFigure(probabilities.length, expected.length, 0, 'units');
      for (const [index, wanted] of expected.entries()) {
        expectFigure(probabilities[index], wanted, toleranceOf(group, one, 1e-12), `unit ${index}`);
      }
    },
  }));

export const systematic: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const [size, n, start] = [numberOf(one, 'N'), numberOf(one, 'n'), numberOf(one, 'r')];
    return {
      name: `${n} of ${size} from ${start}`,
      run: () => {
        const actual = systematicPositions(size, n, start).join(' ');
        expectFigure(actual, numbersOf(one, 'selected_1based').join(' '), 0, 'positions');
      },
    };
  });

export const allocations: GroupReader = (group) =>
  [group, ...casesOf(group)]
    .filter((one) => 'N' in one)
    .map((one) => ({ name: `${numberOf(one, 'n')} in all`, run: () => compareAllocation(group, one) }));

function compareAllocation(group: Fields, one: Fields): void {
  const [sizes, total] = [numbersOf(one, 'N'), numberOf(one, 'n')];
  const free = sizes.map((size) => ({ low: 0, high: size }));
  const targets = {
    proportional: () => allocate({ sizes, total, method: { kind: 'proportional' } }),
    neyman_unrounded: () =>
      boundedTargets(
        allocationScores(sizes, { kind: 'neyman', deviations: numbersOf(one, 'S') }),
        free,
        total,
      ),
    power_half_unrounded: () => boundedTargets(allocationScores(sizes, { kind: 'squareRoot' }), free, total),
  };
  for (const [name, target] of Object.entries(targets)) {
    if (!(name in one)) continue;
    const actual = target();
    for (const [index, wanted] of numbersOf(one, name).entries()) {
      expectFigure(actual[index], wanted, toleranceOf(group, one), `${name} ${index}`);
    }
  }
}

const shareLevels = ['top', 'top', 'headline', 'rest', 'rest'] as const;

export const satisfaction: GroupReader = (group) =>
  [group, ...casesOf(group)]
    .filter((one) => 'counts' in one)
    .map((one) => ({
      name: numbersOf(one, 'counts').join(' '),
      run: () => compareFields(one, satisfactionFigures(one), toleranceOf(group, one)),
    }));

function satisfactionFigures(one: Fields) {
  const [counts, scores] = [numbersOf(one, 'counts'), numbersOf(one, 'scores')];
  const levels = counts.map((_, index) => ({
    level: shareLevels[index] ?? 'rest',
    score: scores[index] ?? 0,
  }));
  const codes = {
    ...Object.fromEntries(levels.map((code, index) => [`level${index}`, code])),
    dontKnow: { level: 'dontKnow' },
    refused: { level: 'outside' },
  } as const;
  const answers = {
    ...Object.fromEntries(counts.map((count, index) => [`level${index}`, count])),
    dontKnow: numberOf(one, 'dont_know', 0),
    refused: numberOf(one, 'refused', 0),
  };
  const outOfBase = satisfactionSummary(answers, { codes, dontKnow: 'outOfBase' });
  const inBase = satisfactionSummary(answers, { codes, dontKnow: 'inBase' });
  const strata = [{ frameSize: 1e9, n: outOfBase.n, favourable: outOfBase.top }];
  const simple = () =>
    stratifiedProportion({ strata, finitePopulation: false, lonePsu: 'fail', emptyStratum: 'fail' });
  return {
    mean_score: () => outOfBase.meanScore,
    mean_score_se: () => outOfBase.meanScoreStandardError,
    top2_valid: () => outOfBase.topShare,
    top2_valid_se: () => Math.sqrt(simple().variance),
    top3_valid: () => outOfBase.headlineShare,
    top2_including_dk: () => inBase.topShare,
    top3_including_dk: () => inBase.headlineShare,
    // A refusal is outside every base; the share of all asked is printed to show what that would change.
    top3_all_300: () => outOfBase.headline / (inBase.n + answers.refused),
  };
}
