import type { Indicator } from '@huhudao/domain';
import type { CompiledVersion } from '../compiled/compiled.types.ts';
import type { ShapedChoice, SingleShape } from '../definition/shape.ts';
import { contentHash } from '../hash/content-hash.ts';
import { besideCodes, undecidedCodes } from './canonical.ts';

/** How one question counts towards an indicator. Lists of codes are sorted. */
export interface ItemFormula {
  indicator: Indicator;
  /** The question's name. */
  item: string;
  favourable: string[];
  /** The denominator: favourable and unfavourable codes. */
  base: string[];
  excluded: string[];
  /** The favourable codes of the highest score: the "very satisfied" share printed beside the headline share. */
  top: string[];
  /** Codes printed beside the rate and not counted as favourable, such as "heard of it". */
  beside: string[];
  /** Codes for "cannot say", and whether they stay in the base. */
  dontKnow: { codes: string[]; policy: 'inBase' | 'excluded' };
  /** Score by code for the weighted mean; empty where the questionnaire gives none. */
  scores: Record<string, number>;
}

/**
 * An indicator's definition in one questionnaire version.
 *
 * `formulaId` is the content hash of the formula alone, so a trend joins two versions, or the long and the
 * short form, that ask the same item with the same codes, and breaks where either changed.
 */
export interface IndicatorDefinition extends ItemFormula {
  headline: boolean;
  formulaId: string;
  versionHash: string;
}

/** The headline item of each indicator, in questionnaire order. Rates come from these. */
export function indicatorDefinitions(compiled: CompiledVersion, versionHash: string): IndicatorDefinition[] {
  return itemDefinitions(compiled, versionHash).filter((definition) => definition.headline);
}

/** Every item mapped to an indicator, headline or not. Items are shown one by one and never pooled. */
export function itemDefinitions(compiled: CompiledVersion, versionHash: string): IndicatorDefinition[] {
  return compiled.questions.flatMap((question) => {
    if (question.kind !== 'single' || question.indicator === null) return [];
    const formula = formulaOf(question, question.indicator);
    return [{ ...formula, headline: question.headline, formulaId: contentHash(formula), versionHash }];
  });
}

function formulaOf(question: SingleShape, indicator: Indicator): ItemFormula {
  const counting = (...kinds: ShapedChoice['counts'][]) =>
    question.choices.filter((choice) => kinds.includes(choice.counts));
  const favourable = counting('favourable');
  const excluded = codesIn(counting('excluded'));
  const codes = codesIn(question.choices);
  const undecided = codes.filter((code) => undecidedCodes.includes(code));
  return {
    indicator,
    item: question.name,
    favourable: codesIn(favourable),
    base: codesIn(counting('favourable', 'unfavourable')),
    excluded,
    top: codesIn(highestScored(favourable)),
    beside: codes.filter((code) => besideCodes.includes(code)),
    dontKnow: {
      codes: undecided,
      policy:
        undecided.length > 0 && undecided.every((code) => excluded.includes(code)) ? 'excluded' : 'inBase',
    },
    scores: Object.fromEntries(
      question.choices.flatMap((choice) => (choice.score === null ? [] : [[choice.code, choice.score]])),
    ),
  };
}

function codesIn(choices: readonly ShapedChoice[]): string[] {
  return choices.map((choice) => choice.code).toSorted();
}

function highestScored(choices: readonly ShapedChoice[]): ShapedChoice[] {
  const scores = choices.flatMap((choice) => (choice.score === null ? [] : [choice.score]));
  const highest = Math.max(...scores);
  return choices.filter((choice) => choice.score === highest);
}
