import type { Counts, Indicator } from '@huhudao/domain';
import type { Question } from './definition.schema.ts';

/**
 * The shape of an answer: what a question accepts, with everything that is only for the eye left out.
 * Plain JSON; the compiled version of a definition is a list of these with their conditions.
 */
export type QuestionShape =
  | SingleShape
  | MultipleShape
  | TextShape
  | NumberShape
  | DateShape
  | RatingShape
  | BooleanShape
  | MatrixShape;
export type QuestionKind = QuestionShape['kind'];

interface Shape {
  name: string;
  /** A least number of choices, or an answer in each row, asks for an answer too, as it does in SurveyJS. */
  required: boolean;
}

export interface ShapedChoice {
  code: string;
  counts: Counts | null;
  score: number | null;
}

export interface SingleShape extends Shape {
  kind: 'single';
  choices: ShapedChoice[];
  indicator: Indicator | null;
  headline: boolean;
}

export interface MultipleShape extends Shape {
  kind: 'multiple';
  codes: string[];
  /** Codes that stand alone, such as "none of these". */
  exclusive: string[];
  min: number | null;
  max: number | null;
  shareTopics: boolean;
}

/** `maxLength` counts UTF-16 code units, as the browser's own limit does. */
export interface TextShape extends Shape {
  kind: 'text';
  maxLength: number;
  pattern: string | null;
}

export interface NumberShape extends Shape {
  kind: 'number';
  min: number | null;
  max: number | null;
}

/** Calendar dates as `YYYY-MM-DD`. */
export interface DateShape extends Shape {
  kind: 'date';
  min: string | null;
  max: string | null;
}

export interface RatingShape extends Shape {
  kind: 'rating';
  min: number;
  max: number;
}

interface BooleanShape extends Shape {
  kind: 'boolean';
  asksContact: boolean;
}

/** One choice of `columns` per row. */
export interface MatrixShape extends Shape {
  kind: 'matrix';
  rows: string[];
  columns: string[];
  eachRow: boolean;
}

/** Longest free text when the definition sets none; the rendering model is given the same limit. */
export const defaultMaxLength = 2000;

/** The shape of the answers a question takes. */
export function shapeOf(question: Question): QuestionShape {
  const base = { name: question.name, required: question.isRequired === true };
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
      return {
        ...base,
        kind: 'single',
        choices: question.choices.map((choice) => ({
          code: choice.value,
          counts: choice.counts ?? null,
          score: choice.score ?? null,
        })),
        indicator: question.indicator ?? null,
        headline: question.headline === true,
      };
    case 'checkbox':
    case 'tagbox':
      return {
        ...base,
        kind: 'multiple',
        codes: question.choices.map((choice) => choice.value),
        exclusive: question.choices.filter((choice) => choice.isExclusive).map((choice) => choice.value),
        required: base.required || question.minSelectedChoices !== undefined,
        min: question.minSelectedChoices ?? null,
        max: question.maxSelectedChoices ?? null,
        shareTopics: question.shareTopics === true,
      };
    case 'text':
      return { ...base, ...inputShape(question) };
    case 'comment':
      return { ...base, kind: 'text', maxLength: question.maxLength ?? defaultMaxLength, pattern: null };
    case 'rating':
      return { ...base, kind: 'rating', min: question.rateMin ?? 1, max: question.rateMax ?? 5 };
    case 'boolean':
      return { ...base, kind: 'boolean', asksContact: question.asksContact === true };
    case 'matrix':
      return {
        ...base,
        kind: 'matrix',
        rows: question.rows.map((row) => row.value),
        columns: question.columns.map((column) => column.value),
        required: base.required || question.eachRowRequired === true,
        eachRow: question.eachRowRequired === true,
      };
  }
}

type Without<S> = S extends unknown ? Omit<S, keyof Shape> : never;

function inputShape(
  question: Extract<Question, { type: 'text' }>,
): Without<TextShape | NumberShape | DateShape> {
  const { min, max } = question;
  if (question.inputType === 'number') {
    return {
      kind: 'number',
      min: typeof min === 'number' ? min : null,
      max: typeof max === 'number' ? max : null,
    };
  }
  if (question.inputType === 'date') {
    return {
      kind: 'date',
      min: typeof min === 'string' ? min : null,
      max: typeof max === 'string' ? max : null,
    };
  }
  return {
    kind: 'text',
    maxLength: question.maxLength ?? defaultMaxLength,
    pattern: question.validators?.[0]?.regex ?? null,
  };
}

/** The codes a question's answers consist of; empty for numbers, dates and free text. */
export function codesOfShape(shape: QuestionShape): readonly string[] {
  switch (shape.kind) {
    case 'single':
      return shape.choices.map((choice) => choice.code);
    case 'multiple':
      return shape.codes;
    case 'matrix':
      return shape.columns;
    case 'boolean':
      return ['true', 'false'];
    case 'rating':
      return Array.from({ length: shape.max - shape.min + 1 }, (_, step) => String(shape.min + step));
    case 'text':
    case 'number':
    case 'date':
      return [];
  }
}
