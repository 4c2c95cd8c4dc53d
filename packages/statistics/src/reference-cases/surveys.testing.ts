import { readFileSync } from 'node:fs';
import { designMean, designShare, designTotal } from '../design/estimates.ts';
import type { WeightedSample } from '../design/estimates.ts';
import { designEffect } from '../design/design-effect.ts';
import type { LonePsu } from '../design/sample-design.ts';
import { kornGraubard, wilsonOnEffectiveSize } from '../intervals/effective-size.ts';
import { sumOf } from '../numeric/sums.ts';
import { calibrate } from '../weights/calibration.ts';
import { kishDesignEffect, kishEffectiveSize } from '../weights/kish.ts';
import { marginColumns } from '../weights/margin-columns.ts';
import { rake } from '../weights/raking.ts';
import type { Margin } from '../weights/raking.ts';
import { trimWeights } from '../weights/trimming.ts';
import { casesOf, compareFields, isFields, numberOf, numbersOf, toleranceOf } from './case-reader.testing.ts';
import type { Fields, GroupReader } from './case-reader.testing.ts';

const folder = new URL('../../../../tests/fixtures/statistics/', import.meta.url);

type Row = Readonly<Record<string, string>>;

/** The sample data sets have neither quotes nor commas within a field. */
function readRows(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, index) => [names[index] ?? '', value])),
  );
}

const column = (rows: readonly Row[], name: string) => rows.map((row) => Number(row[name]));

function clustered(rows: readonly Row[], fpc: boolean): WeightedSample {
  const units = rows.map((row) => ({
    stratum: 'all',
    psu: row['dnum'] ?? '',
    ...(fpc ? { populationPsus: Number(row['fpc']) } : {}),
  }));
  return { units, weights: column(rows, 'pw'), lonePsu: 'fail' };
}

function stratified(rows: readonly Row[], fpc: boolean): WeightedSample {
  const units = rows.map((row, index) => ({
    stratum: row['stype'] ?? '',
    psu: String(index),
    ...(fpc ? { populationPsus: Number(row['fpc']) } : {}),
  }));
  return { units, weights: column(rows, 'pw'), lonePsu: 'fail' };
}

function surveyReader(designOf: (rows: readonly Row[], fpc: boolean) => WeightedSample): GroupReader {
  return (group) =>
    ['with_fpc', 'without_fpc'].flatMap((list) =>
      casesOf(group, list).map((one) => {
        const rows = readRows(String(group['file']));
        const sample = designOf(rows, list === 'with_fpc');
        const values = column(rows, String(one['variable']));
        return {
          name: `${String(one['variable'])} ${list}`,
          run: () => compareFields(one, shareFigures(values, sample), toleranceOf(group, one)),
        };
      }),
    );
}

function shareFigures(values: readonly number[], sample: WeightedSample) {
  const estimate = designShare(
    values.map((value) => value === 1),
    sample,
  );
  const raw = (estimate.value * (1 - estimate.value)) / estimate.variance;
  return {
    n: () => estimate.n,
    df: () => estimate.df,
    p: () => estimate.value,
    se: () => Math.sqrt(estimate.variance),
    var: () => estimate.variance,
    deff: () => designEffect(estimate.variance, values, sample.weights),
    deff_replace: () => designEffect(estimate.variance, values, sample.weights, 'with'),
    n_eff: () => raw,
    n_eff_df_adjusted: () => estimate.effectiveN,
    ci_beta: () => kornGraubard(estimate.value, estimate.effectiveN),
    ci_wilson_neff_z: () => wilsonOnEffectiveSize(estimate.value, raw),
    ci_wilson_neff_dfadj: () => estimate.interval,
  };
}

export const stratifiedSurvey = surveyReader(stratified);
export const clusteredSurvey = surveyReader(clustered);

export const lonePsus: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const data = casesOf(group, 'data');
    const sample: WeightedSample = {
      units: data.map((row) => ({ stratum: String(row['h']), psu: String(row['id']) })),
      weights: data.map((row) => numberOf(row, 'w')),
      lonePsu: lonePsuOf(one['option']),
    };
    const values = data.map((row) => numberOf(row, 'y'));
    const figures = {
      p: () => designMean(values, sample).value,
      se: () => Math.sqrt(designMean(values, sample).variance),
    };
    return {
      name: String(one['option']),
      run: () => compareFields(one, figures, toleranceOf(group, one)),
    };
  });

function lonePsuOf(option: unknown): LonePsu {
  // R's "certainty" and "remove" are two words for one thing: the stratum adds nothing.
  if (option === 'remove' || option === 'certainty') return 'remove';
  if (option === 'adjust' || option === 'fail') return option;
  throw new Error(`nobody implements the lone PSU option ${String(option)}`);
}

function marginsOf(group: Fields, rows: readonly Row[]): Margin[] {
  const margins = group['margins'];
  if (!isFields(margins)) throw new Error('the group has no margins');
  return Object.entries(margins).map(([name, totals]) => ({
    categories: rows.map((row) => row[name] ?? row[name.replace('_', '.')] ?? ''),
    totals: new Map(
      Object.entries(isFields(totals) ? totals : {}).map(([key, value]) => [key, Number(value)]),
    ),
  }));
}

/** The weights of a calibrated design, by how the file names it, with what its variance needs. */
function calibratedSample(name: string, group: Fields, rows: readonly Row[]): WeightedSample {
  const base = clustered(rows, true);
  const margins = marginsOf(group, rows);
  if (name === 'base') return base;
  const first = name.startsWith('post') ? margins.slice(0, 1) : margins;
  const { auxiliaries, totals } = marginColumns(first);
  const made = /linear|greg/iu.test(name)
    ? calibrate({ baseWeights: base.weights, auxiliaries, totals, distance: { kind: 'linear' } })
    : rake(base.weights, first, { tolerance: 1e-12, iterations: 200 });
  if (!/linear|greg|rake|post/iu.test(name)) throw new Error(`nobody implements the design “${name}”`);
  const { weights } = made;
  const calibration = { baseWeights: base.weights, weights, auxiliaries };
  const [, lower, upper] = /^trimWeights\(\w+, *([\d.]+), *([\d.]+)\)$/u.exec(name) ?? [];
  if (upper === undefined) return { ...base, weights, calibration };
  const trimmed = trimWeights(weights, { lower: Number(lower), upper: Number(upper) });
  return { ...base, weights: trimmed, calibration };
}

export const calibrations: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const name = String(one['design']);
    return {
      name,
      run: () => {
        const rows = readRows('apiclus1.csv');
        const sample = calibratedSample(name, group, rows);
        const mean = (variable: string) => designMean(column(rows, variable), sample);
        const total = designTotal(column(rows, 'enroll'), sample);
        const figures = {
          api00: () => mean('api00').value,
          api00_se: () => Math.sqrt(mean('api00').variance),
          aw: () => mean('aw').value,
          aw_se: () => Math.sqrt(mean('aw').variance),
          total_enroll: () => total.value,
          total_enroll_se: () => Math.sqrt(total.variance),
          sum_w: () => sumOf(sample.weights),
          w_min: () => Math.min(...sample.weights),
          w_max: () => Math.max(...sample.weights),
          kish_deff: () => kishDesignEffect(sample.weights),
        };
        compareFields(one, figures, toleranceOf(group, one));
      },
    };
  });

export const kish: GroupReader = (group) =>
  [group, ...casesOf(group)]
    .filter((one) => 'weights' in one)
    .map((one) => {
      const weights = numbersOf(one, 'weights');
      const figures = {
        n_eff: () => kishEffectiveSize(weights),
        deff_w: () => kishDesignEffect(weights),
        one_plus_cv2: () => kishDesignEffect(weights),
      };
      return {
        name: weights.join(' '),
        run: () => compareFields(one, figures, toleranceOf(group, one)),
      };
    });
