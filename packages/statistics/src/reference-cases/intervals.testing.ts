import { clopperPearson } from '../intervals/clopper-pearson.ts';
import { adjustForDegreesOfFreedom, kornGraubard } from '../intervals/effective-size.ts';
import { targetVerdict } from '../intervals/target-verdict.ts';
import { wilson } from '../intervals/wilson.ts';
import { judgePrecision } from '../disclosure/precision.ts';
import { defaultDisclosureRules } from '../disclosure/rules.ts';
import { casesOf, compareFields, numberOf, toleranceOf } from './case-reader.testing.ts';
import type { Fields, GroupReader, ReferenceTest } from './case-reader.testing.ts';

function shareCase(group: Fields, one: Fields): ReferenceTest {
  const [x, n, confidence] = [numberOf(one, 'x'), numberOf(one, 'n'), numberOf(one, 'conf', 0.95)];
  const figures = {
    p: () => x / n,
    wilson: () => wilson(x, n, confidence),
    clopper_pearson: () => clopperPearson(x, n, confidence),
    wilson_lower: () => wilson(x, n, 2 * confidence - 1).lower,
    clopper_pearson_lower: () => clopperPearson(x, n, 2 * confidence - 1).lower,
  };
  return {
    name: `${x} of ${n} at ${confidence}`,
    run: () => compareFields(one, figures, toleranceOf(group, one)),
  };
}

const lists = ['cases', 'newcombe1998_table1', 'r_binom_package'];

export const shares: GroupReader = (group) =>
  lists.flatMap((list) => casesOf(group, list)).map((one) => shareCase(group, one));

export const thresholds: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const [n, target] = [numberOf(one, 'n'), numberOf(one, 'target')];
    const least = (interval: typeof wilson) => {
      const counts = Array.from({ length: n + 1 }, (_, x) => x);
      return counts.find((x) => targetVerdict({ favourable: x, n, target, interval }) === 'met');
    };
    const figures = {
      min_x_wilson: () => least(wilson),
      min_x_clopper_pearson: () => least(clopperPearson),
    };
    return { name: `${target} with ${n}`, run: () => compareFields(one, figures, 0) };
  });

const flagCodes = { complement: 'Pc', fewDegreesOfFreedom: 'Pdf', zeroOrHundred: 'P0' } as const;

export const presentation: GroupReader = (group) =>
  casesOf(group).map((one) => {
    const [share, n, df] = [numberOf(one, 'p'), numberOf(one, 'n'), numberOf(one, 'df')];
    const effectiveN = adjustForDegreesOfFreedom(numberOf(one, 'n_eff_in'), n, df);
    const { precision } = defaultDisclosureRules;
    if (precision === null) throw new Error('the default rules judge precision');
    const flags = () => {
      const verdict = judgePrecision({ share, n, effectiveN, df }, precision);
      const codes = verdict.suppressed ? ['Px'] : verdict.flags.map((flag) => flagCodes[flag]);
      return sortedCodes(codes);
    };
    const wanted = { ...one, flags: sortedCodes(String(one['flags']).split(/[^A-Za-z0-9]+/u)) };
    const figures = { n_eff_used: () => effectiveN, ci: () => kornGraubard(share, effectiveN), flags };
    return {
      name: `${share} of ${n}, worth ${effectiveN}`,
      run: () => compareFields(wanted, figures, toleranceOf(group, one)),
    };
  });

function sortedCodes(codes: readonly string[]): string {
  return codes.filter(Boolean).toSorted().join(' ');
}
