/** The counts a release is made of, and what an indicator's formula makes of them. */
import { satisfactionSummary, type SatisfactionCode, type SatisfactionSummary } from '@huhudao/statistics';
import type { IndicatorDefinition } from '@huhudao/questionnaire';

/** Answers of one headline item in one community, as they stood at a release. Never shown. */
export type Basis = {
  /** All who responded, whether or not they answered this item. */
  respondents: number;
  /** Answers by code. */
  codes: Record<string, number>;
};

export type Formula = Pick<
  IndicatorDefinition,
  'favourable' | 'base' | 'top' | 'beside' | 'scores' | 'dontKnow'
>;

/** Answers of some codes. */
export const partOf = (basis: Basis, codes: readonly string[]): number =>
  codes.reduce((sum, code) => sum + (basis.codes[code] ?? 0), 0);

/** Favourable answers and the base. */
export function shareOf(basis: Basis, formula: Formula): { n: number; favourable: number } {
  return { n: partOf(basis, formula.base), favourable: partOf(basis, formula.favourable) };
}

/** Top share, headline share, mean score and don't-know share; the mean only where every code of the base has a score. */
export function satisfactionOf(basis: Basis, formula: Formula): SatisfactionSummary & { scoreSum: number } {
  const codes: Record<string, SatisfactionCode> = {};
  for (const code of Object.keys(basis.codes)) codes[code] = codeOf(code, formula);
  const dontKnow = formula.dontKnow.policy === 'inBase' ? 'inBase' : 'outOfBase';
  const summary = satisfactionSummary(basis.codes, { codes, dontKnow });
  const scored = formula.base.every((code) => formula.scores[code] !== undefined);
  const meanScore = scored ? summary.meanScore : undefined;
  return { ...summary, meanScore, scoreSum: (meanScore ?? 0) * summary.scored };
}

function codeOf(code: string, formula: Formula): SatisfactionCode {
  if (formula.dontKnow.codes.includes(code)) return { level: 'dontKnow' };
  if (!formula.base.includes(code)) return { level: 'outside' };
  const score = formula.scores[code] ?? 0;
  if (formula.top.includes(code)) return { level: 'top', score };
  return { level: formula.favourable.includes(code) ? 'headline' : 'rest', score };
}
