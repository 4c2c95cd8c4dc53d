import type { Counts, Indicator } from '@huhudao/domain';
import type { Definition, LocalisedText, Question } from '../definition/definition.schema.ts';
import { shapeOf } from '../definition/shape.ts';
import type { QuestionKind } from '../definition/shape.ts';
import { translationsOf } from '../definition/texts.ts';
import type { Translations } from '../definition/texts.ts';
import { questionsOf } from '../definition/walk.ts';
import type { PlacedQuestion } from '../definition/walk.ts';

/** What a column of exported answers means. A matrix gives one variable per row, named `question.row`. */
export interface CodebookVariable {
  name: string;
  kind: QuestionKind;
  page: string;
  label: Translations;
  required: boolean;
  /** The condition under which it is asked, in the expression language; null when it is always asked. */
  askedIf: string | null;
  codes: CodebookCode[];
  indicator: Indicator | null;
  headline: boolean;
  /** The item of the bank it was taken from, with its version; null for an item of the form's own. */
  bank: string | null;
}

/** `label` is null for the steps of a rating and for yes and no without words of their own. */
export interface CodebookCode {
  code: string;
  label: Translations | null;
  counts: Counts | null;
  score: number | null;
}

/** The codebook of a checked definition: its variables in reading order. */
export function codebook(definition: Definition): CodebookVariable[] {
  return questionsOf(definition).flatMap(variablesOf);
}

function variablesOf(placed: PlacedQuestion): CodebookVariable[] {
  const { question, page, conditions } = placed;
  const shape = shapeOf(question);
  const label = translationsOf(question.title);
  const variable: CodebookVariable = {
    name: question.name,
    kind: shape.kind,
    page,
    label,
    required: shape.required,
    askedIf: conditions.length === 0 ? null : conditions.map(({ text }) => `(${text})`).join(' and '),
    codes: codesOf(question),
    indicator: shape.kind === 'single' ? shape.indicator : null,
    headline: shape.kind === 'single' && shape.headline,
    bank: question.bank ?? null,
  };
  if (question.type !== 'matrix') return [variable];
  return question.rows.map((row) => ({
    ...variable,
    name: `${question.name}.${row.value}`,
    label: joined(label, translationsOf(row.text)),
  }));
}

function joined(label: Translations, row: Translations): Translations {
  return {
    zh: `${label.zh}：${row.zh}`,
    en: label.en === null || row.en === null ? null : `${label.en}: ${row.en}`,
  };
}

function codesOf(question: Question): CodebookCode[] {
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
      return question.choices.map((choice) =>
        code(choice.value, choice.text, choice.counts ?? null, choice.score ?? null),
      );
    case 'checkbox':
    case 'tagbox':
      return question.choices.map((choice) => code(choice.value, choice.text));
    case 'matrix':
      return question.columns.map((column) => code(column.value, column.text));
    case 'boolean':
      return [code('true', question.labelTrue), code('false', question.labelFalse)];
    case 'rating':
      return ratingCodes(question);
    case 'text':
    case 'comment':
      return [];
  }
}

/** Only the ends of a rating have words. */
function ratingCodes(question: Extract<Question, { type: 'rating' }>): CodebookCode[] {
  const { rateMin = 1, rateMax = 5 } = question;
  return Array.from({ length: rateMax - rateMin + 1 }, (_, step) => {
    const value = rateMin + step;
    if (value === rateMin) return code(String(value), question.minRateDescription);
    return code(String(value), value === rateMax ? question.maxRateDescription : undefined);
  });
}

function code(
  value: string,
  text: LocalisedText | undefined,
  counts: Counts | null = null,
  score: number | null = null,
): CodebookCode {
  return { code: value, label: text === undefined ? null : translationsOf(text), counts, score };
}
