import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { arcsineFunnelLimits, exactFunnelLimits, normalFunnelLimits } from '../control/funnel-limits.ts';
import { overdispersionFactor, varianceBetween, winsorise } from '../control/overdispersion.ts';
import { pChart } from '../control/p-chart.ts';
import { backCheckReliability } from '../quality/back-check.ts';
import { expect } from 'vitest';
import {
  casesOf,
  compareFields,
  expectFigure,
  numberOf,
  numbersOf,
  textOf,
  toleranceOf,
} from './case-reader.testing.ts';
import type { Fields, GroupReader, ReferenceTest } from './case-reader.testing.ts';

export const pCharts: GroupReader = (group) =>
  [group, ...casesOf(group)]
    .filter((one) => 'D' in one)
    .map((one) => ({
      name: `centre ${numberOf(one, 'center')}`,
      run: () => {
        const sizes = Array.isArray(one['n']) ? numbersOf(one, 'n') : undefined;
        const periods = numbersOf(one, 'D').map((favourable, index) => ({
          favourable,
          n: sizes?.[index] ?? numberOf(one, 'n'),
        }));
        const { centre, points } = pChart(periods);
        expectFigure(centre, numberOf(one, 'center'), toleranceOf(group, one), 'centre');
        if (String(group['how']).includes('orangejuice') && one === group) {
          expectFigure(points[0], [0.0524, 0.4102], 0.00005, 'limits as printed by Montgomery');
          expect(points.flatMap(({ position }, at) => (position === 'within' ? [] : [at + 1]))).toEqual([
            15, 23,
          ]);
        }
      },
    }));

/** FunnelPlotR's arcsine limits take the quantile rounded to six digits; this is the confidence it belongs to. */
const confidenceOf = (z: number) => 2 * normalCdf(z, 0, 1) - 1;

export const funnels: GroupReader = (group) => [
  ...Object.entries(group).flatMap(([name, list]) => {
    const [, target] = /^limits_target_([\d.]+)$/u.exec(name) ?? [];
    return target === undefined || !Array.isArray(list)
      ? []
      : casesOf(group, name).map((one) => funnelCase(group, one, Number(target)));
  }),
  ...casesOf(group, 'overdispersion').map((one) => overdispersionCase(group, one)),
];

function funnelCase(group: Fields, one: Fields, target: number): ReferenceTest {
  const n = numberOf(one, 'n');
  const figures = {
    approx95: () => normalFunnelLimits(target, n, 0.95),
    approx998: () => normalFunnelLimits(target, n, 0.998),
    exact95: () => exactFunnelLimits(target, n, 0.95),
    exact998: () => exactFunnelLimits(target, n, 0.998),
    arcsine95: () => arcsineFunnelLimits(target, n, confidenceOf(1.959964)),
    arcsine998: () => arcsineFunnelLimits(target, n, confidenceOf(3.090232)),
  };
  return {
    name: `${target} at ${n}`,
    run: () => compareFields(one, figures, toleranceOf(group, one)),
  };
}

function overdispersionCase(group: Fields, one: Fields): ReferenceTest {
  const zValues = winsorise(numbersOf(one, 'z'), numberOf(one, 'trim', 0.1));
  const phi = overdispersionFactor(zValues);
  const figures = { phi: () => phi, tau2: () => varianceBetween(phi, numbersOf(one, 'variances')) };
  return {
    name: `overdispersion of ${zValues.length}`,
    run: () => compareFields(one, figures, toleranceOf(group, one)),
  };
}

export const backChecks: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const reliability = backCheckReliability([
      [numberOf(one, 'a'), numberOf(one, 'b')],
      [numberOf(one, 'c'), numberOf(one, 'd')],
    ]);
    const figures = {
      n: () => reliability.n,
      gdr: () => reliability.grossDifferenceRate,
      ndr: () => reliability.netDifferenceRates[0],
      index_of_inconsistency: () => reliability.indexOfInconsistency,
      kappa: () => reliability.kappa?.value,
    };
    return {
      name: textOf(one, 'src', 'two interviews'),
      run: () => compareFields(one, figures, toleranceOf(group, one)),
    };
  });
