import { fisherExact, pearsonChiSquare } from '../comparisons/tables.ts';
import { agrestiCaffoDifference, newcombeDifference, waldDifference } from '../comparisons/two-shares.ts';
import type { Difference, TwoCounts } from '../comparisons/difference.ts';
import { miettinenNurminenDifference } from '../comparisons/miettinen-nurminen.ts';
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from '../comparisons/multiple.ts';
import { mcNemar, pairedDifference } from '../comparisons/paired.ts';
import {
  casesOf,
  compareFields,
  expectFigure,
  isFields,
  numberOf,
  numbersOf,
  toleranceOf,
} from './case-reader.testing.ts';
import type { Fields, GroupReader, ReferenceTest } from './case-reader.testing.ts';

const differences: Readonly<Record<string, (counts: TwoCounts, confidence?: number) => Difference>> = {
  newcombe10: newcombeDifference,
  miettinen_nurminen: miettinenNurminenDifference,
  agresti_caffo: agrestiCaffoDifference,
  wald_unclipped: waldDifference,
};

export const twoShares: GroupReader = (group) => [
  ...casesOf(group).map((one) => twoShareCase(group, one)),
  ...publishedDifferences(group),
];

function twoShareCase(group: Fields, one: Fields): ReferenceTest {
  const [x1, n1] = [numberOf(one, 'x1'), numberOf(one, 'n1')];
  const [x2, n2] = [numberOf(one, 'x2'), numberOf(one, 'n2')];
  const counts = { favourable1: x1, n1, favourable2: x2, n2 };
  const confidence = numberOf(one, 'conf', 0.95);
  const table = [
    [x1, n1 - x1],
    [x2, n2 - x2],
  ];
  const intervals = Object.entries(differences).map(([name, difference]) => [
    name,
    () => difference(counts, confidence),
  ]);
  const figures = {
    ...Object.fromEntries(intervals),
    diff: () => newcombeDifference(counts).value,
    chisq: () => pearsonChiSquare(table)?.statistic,
    p_value: () => pearsonChiSquare(table)?.p,
    p_value_yates: () => pearsonChiSquare(table, { yates: true })?.p,
    p_fisher: () => fisherExact(counts),
  };
  return {
    name: `${x1}/${n1} − ${x2}/${n2}`,
    run: () => compareFields(withoutNotANumber(one), figures, toleranceOf(group, one)),
  };
}

/** R writes "NaN" or "NA" where it has no answer, as we have `undefined`. */
function withoutNotANumber(one: Fields): Fields {
  return Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, value === 'NaN' || value === 'NA' ? null : value]),
  );
}

function publishedDifferences(group: Fields): ReferenceTest[] {
  const published = isFields(group['published_4dp']) ? group['published_4dp'] : {};
  return Object.entries(published).flatMap(([method, table]) => {
    const difference = differences[method];
    if (difference === undefined || !isFields(table)) return [];
    return Object.entries(table).map(([label, expected]) => ({
      name: `${method} ${label} as published`,
      run: () => {
        const [x1 = 0, n1 = 0, x2 = 0, n2 = 0] = label.split(/[/-]/u).map(Number);
        const halfOfTheLastDigit = 0.00005;
        const actual = difference({ favourable1: x1, n1, favourable2: x2, n2 });
        expectFigure(actual, expected, halfOfTheLastDigit + 1e-6, label);
      },
    }));
  });
}

export const pairedShares: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const [both, firstOnly] = [numberOf(one, 'e'), numberOf(one, 'f')];
    const [secondOnly, neither] = [numberOf(one, 'g'), numberOf(one, 'h')];
    const counts = { both, firstOnly, secondOnly, neither };
    const figures = {
      newcombe10: () => pairedDifference(counts, numberOf(one, 'conf', 0.95)),
      mcnemar_exact_p: () => mcNemar(counts).exact,
      mcnemar_mid_p: () => mcNemar(counts).midP,
      mcnemar_cc: () => mcNemar(counts).corrected?.statistic,
      mcnemar_cc_p: () => mcNemar(counts).corrected?.p,
      mcnemar: () => mcNemar(counts).uncorrected?.statistic,
      mcnemar_p: () => mcNemar(counts).uncorrected?.p,
    };
    return {
      name: `${both} ${firstOnly} ${secondOnly} ${neither}`,
      run: () => {
        compareFields(one, figures, toleranceOf(group, one));
        // Printed with four decimals.
        if ('published' in one) compareFields(one, { published: figures.newcombe10 }, 0.0001);
      },
    };
  });

const adjustments: Readonly<Record<string, (p: readonly number[]) => number[]>> = {
  holm,
  BH: benjaminiHochberg,
  BY: benjaminiYekutieli,
  bonferroni,
};

export const multipleTesting: GroupReader = (group) =>
  Object.entries(group).flatMap(([name, example]) => {
    if (!isFields(example)) return [];
    const p = numbersOf(example, 'p');
    const adjusted = isFields(example['adjusted']) ? example['adjusted'] : {};
    const chosen = Object.keys(adjusted).filter((method) => Object.hasOwn(adjustments, method));
    const tolerance = toleranceOf(group, example, 1e-12);
    const rejected = (method: string) => adjustments[method]?.(p).filter((value) => value <= 0.05).length;
    return [
      ...chosen.map((method) => ({
        name: `${name} ${method}`,
        run: () => {
          const actual = adjustments[method]?.(p) ?? [];
          for (const [index, wanted] of numbersOf(adjusted, method).entries()) {
            expectFigure(actual[index], wanted, tolerance, `${method} ${index}`);
          }
        },
      })),
      {
        name: `${name} rejected at .05`,
        run: () => {
          const figures = {
            bh_rejected: () => rejected('BH'),
            bonferroni_rejected: () => rejected('bonferroni'),
          };
          compareFields({ bh_rejected: rejected('BH'), ...example }, figures, 0);
        },
      },
    ];
  });
