import { isStorable } from '@huhudao/domain';
import type { IndexedQuestion } from '../compiled/question-index.ts';
import type {
  DateShape,
  MatrixShape,
  MultipleShape,
  NumberShape,
  RatingShape,
  TextShape,
} from '../definition/shape.ts';
import type { AnswerProblem } from './answer-problem.ts';
import type { Answer } from './answers.types.ts';

/** One value as it was sent, read as an answer to its question; or what is wrong with it. */
export type ReadAnswer = { answer: Answer } | { trouble: Omit<AnswerProblem, 'question'> };

/** Reads a value by the question's shape. Minimum counts apply when the form is complete. */
export function readAnswer(
  { question, codes }: IndexedQuestion,
  value: unknown,
  complete: boolean,
): ReadAnswer {
  switch (question.kind) {
    case 'single':
      return readSingle(codes, value);
    case 'multiple':
      return readSeveral(question, codes, value, complete);
    case 'text':
      return readText(question, value);
    case 'number':
    case 'rating':
      return readNumber(question, value);
    case 'date':
      return readDate(question, value);
    case 'boolean':
      return typeof value === 'boolean' ? { answer: value } : trouble('wrongType');
    case 'matrix':
      return readMatrix(question, codes, value, complete);
  }
}

function trouble(code: AnswerProblem['code'], limit?: number | string): ReadAnswer {
  return { trouble: limit === undefined ? { code } : { code, limit } };
}

function readSingle(codes: ReadonlySet<string>, value: unknown): ReadAnswer {
  if (typeof value !== 'string') return trouble('wrongType');
  return codes.has(value) ? { answer: value } : trouble('notAChoice');
}

function readSeveral(
  shape: MultipleShape,
  codes: ReadonlySet<string>,
  value: unknown,
  complete: boolean,
): ReadAnswer {
  if (!Array.isArray(value)) return trouble('wrongType');
  if (value.length === 0) return trouble('emptyAnswer');
  if (value.length > codes.size) return trouble('tooManyChoices', codes.size);
  const chosen = value.filter((code) => typeof code === 'string');
  if (chosen.length < value.length) return trouble('wrongType');
  if (!chosen.every((code) => codes.has(code))) return trouble('notAChoice');
  if (new Set(chosen).size < chosen.length) return trouble('repeatedChoice');
  const exclusive = chosen.some((code) => shape.exclusive.includes(code));
  if (exclusive && chosen.length > 1) return trouble('exclusiveChoice');
  if (shape.max !== null && chosen.length > shape.max) return trouble('tooManyChoices', shape.max);
  if (complete && shape.min !== null && chosen.length < shape.min && !exclusive) {
    return trouble('tooFewChoices', shape.min);
  }
  return { answer: chosen };
}

function readText(shape: TextShape, value: unknown): ReadAnswer {
  if (typeof value !== 'string') return trouble('wrongType');
  if (value === '') return trouble('emptyAnswer');
  if (value.length > shape.maxLength) return trouble('tooLong', shape.maxLength);
  if (!isStorable(value)) return trouble('badText');
  if (shape.pattern !== null && !new RegExp(shape.pattern).test(value)) return trouble('wrongPattern');
  return { answer: value };
}

function readNumber(shape: NumberShape | RatingShape, value: unknown): ReadAnswer {
  if (typeof value !== 'number' || !Number.isFinite(value)) return trouble('wrongType');
  if (shape.kind === 'rating' && !Number.isInteger(value)) return trouble('notAChoice');
  if (shape.min !== null && value < shape.min) return trouble('outOfRange', shape.min);
  if (shape.max !== null && value > shape.max) return trouble('outOfRange', shape.max);
  return { answer: value };
}

function readDate(shape: DateShape, value: unknown): ReadAnswer {
  if (typeof value !== 'string' || !isCalendarDate(value)) return trouble('wrongType');
  if (shape.min !== null && value < shape.min) return trouble('outOfRange', shape.min);
  if (shape.max !== null && value > shape.max) return trouble('outOfRange', shape.max);
  return { answer: value };
}

/** `YYYY-MM-DD` and a day that exists: 2026-02-30 is not one. */
function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function readMatrix(
  shape: MatrixShape,
  codes: ReadonlySet<string>,
  value: unknown,
  complete: boolean,
): ReadAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return trouble('wrongType');
  const cells: Record<string, string> = {};
  for (const [row, code] of Object.entries(value)) {
    if (!shape.rows.includes(row)) return trouble('notAChoice');
    if (typeof code !== 'string') return trouble('wrongType');
    if (!codes.has(code)) return trouble('notAChoice');
    cells[row] = code;
  }
  const answered = Object.keys(cells).length;
  if (answered === 0) return trouble('emptyAnswer');
  if (complete && shape.eachRow && answered < shape.rows.length) return trouble('requiredMissing');
  return { answer: cells };
}
