import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isFields } from './case-reader.testing.ts';
import type { Fields, GroupReader } from './case-reader.testing.ts';
import { multipleTesting, pairedShares, twoShares } from './comparisons.testing.ts';
import { backChecks, funnels, pCharts } from './control.testing.ts';
import { presentation, shares, thresholds } from './intervals.testing.ts';
import {
  allocations,
  outcomes,
  pps,
  sampleSizes,
  satisfaction,
  systematic,
  weightingClasses,
} from './samples.testing.ts';
import { calibrations, clusteredSurvey, kish, lonePsus, stratifiedSurvey } from './surveys.testing.ts';

/** Who reads which group of the file. The cases themselves, and how many there are, are the file's alone. */
const readers: Readonly<Record<string, GroupReader>> = {
  single_proportion_ci: shares,
  single_proportion_published: shares,
  one_sided_lower_bounds: shares,
  survey_stratified: stratifiedSurvey,
  survey_cluster_one_stage: clusteredSurvey,
  lonely_psu: lonePsus,
  calibration: calibrations,
  kish,
  aapor: outcomes,
  nonresponse_weighting_class: weightingClasses,
  two_proportion_difference: twoShares,
  paired_difference: pairedShares,
  multiple_testing: multipleTesting,
  p_chart: pCharts,
  funnel: funnels,
  sample_size: sampleSizes,
  pps_inclusion: pps,
  systematic_fractional: systematic,
  allocation: allocations,
  backcheck_reliability: backChecks,
  nchs_presentation: presentation,
  satisfaction_scoring: satisfaction,
  threshold_demonstration: thresholds,
};

const path = new URL('../../../../tests/fixtures/statistics/reference-cases.json', import.meta.url);
const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
if (!isFields(file)) throw new Error('the reference cases are not groups by name');
const groups: [string, Fields][] = Object.entries(file).flatMap(([name, group]) =>
  // `meta` says which programs computed the cases.
  name === 'meta' || !isFields(group) ? [] : [[name, group]],
);

describe.each(groups)('reference cases of %s', (name, group) => {
  const reader = readers[name];
  const tests = reader?.(group) ?? [];
  test('somebody reads them', () => {
    expect(reader, `nobody implements the group “${name}”`).toBeDefined();
    expect(tests.length, `no case was found in the group “${name}”`).toBeGreaterThan(0);
  });
  test.each(tests)('$name', ({ run }) => run());
});
