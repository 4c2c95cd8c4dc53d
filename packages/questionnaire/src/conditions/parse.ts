import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';
import { namePattern } from '../definition/names.ts';
import type { Condition } from './condition.types.ts';

export type ParsedCondition =
  | { ok: true; condition: Condition }
  | { ok: false; code: 'conditionTooLong'; limit: number }
  | { ok: false; code: 'conditionSyntax'; at: number }
  | { ok: false; code: 'conditionUnsupported'; part: string };

/**
 * Reads a condition in the SurveyJS expression language into plain JSON.
 *
 * Accepted: `and`, `or`, `!(…)`, and comparisons of one question with constants: `=`, `<>`, `<`, `<=`, `>`, `>=`,
 * `empty`, `notempty`, `contains`, `notcontains`, `anyof [..]`, `noneof [..]`, `allof [..]`. Functions, arithmetic and
 * comparisons of two questions are refused. Whether questions and codes exist is `checkCondition`'s matter.
 */
export function parseCondition(text: string): ParsedCondition {
  if (text.length > longestCondition) return { ok: false, code: 'conditionTooLong', limit: longestCondition };
  const parser = new ConditionsParser();
  const operand = parser.parseExpression(text);
  if (operand === undefined || operand === null) {
    return { ok: false, code: 'conditionSyntax', at: parser.error?.at ?? 0 };
  }
  try {
    return { ok: true, condition: toCondition(operand) };
  } catch (error) {
    if (error instanceof Unsupported) return { ok: false, code: 'conditionUnsupported', part: error.message };
    throw error;
  }
}

/** Characters. Both the parser and the evaluation recurse; at this length neither can exhaust the stack. */
const longestCondition = 1000;
/** Carries the part of the expression that is outside the accepted subset; never leaves this file. */
class Unsupported extends Error {}

function toCondition(operand: Operand): Condition {
  if (operand instanceof UnaryOperand) return fromUnary(operand);
  if (operand instanceof BinaryOperand) return fromBinary(operand);
  throw new Unsupported(operand.toString());
}

function fromUnary(operand: UnaryOperand): Condition {
  switch (operand.operator) {
    case 'negate':
      return { op: 'not', operand: toCondition(operand.expression) };
    case 'empty':
      return { op: 'empty', question: questionName(operand.expression) };
    case 'notempty':
      return { op: 'notEmpty', question: questionName(operand.expression) };
    default:
      throw new Unsupported(operand.toString());
  }
}

function fromBinary(operand: BinaryOperand): Condition {
  const { operator, leftOperand: left, rightOperand: right } = operand;
  switch (operator) {
    case 'and':
    case 'or':
      return { op: operator, left: side(left, operand), right: side(right, operand) };
    case 'equal':
      return { op: 'equal', question: questionName(left), value: constant(right) };
    case 'notequal':
      return { op: 'notEqual', question: questionName(left), value: constant(right) };
    case 'less':
      return { op: 'less', question: questionName(left), value: numeric(right) };
    case 'lessorequal':
      return { op: 'lessOrEqual', question: questionName(left), value: numeric(right) };
    case 'greater':
      return { op: 'greater', question: questionName(left), value: numeric(right) };
    case 'greaterorequal':
      return { op: 'greaterOrEqual', question: questionName(left), value: numeric(right) };
    case 'contains':
      return { op: 'contains', question: questionName(left), value: code(right) };
    case 'notcontains':
      return { op: 'notContains', question: questionName(left), value: code(right) };
    case 'anyof':
      return { op: 'anyOf', question: questionName(left), values: codes(right) };
    case 'noneof':
      return { op: 'noneOf', question: questionName(left), values: codes(right) };
    case 'allof':
      return { op: 'allOf', question: questionName(left), values: codes(right) };
    default:
      throw new Unsupported(operand.toString());
  }
}

/** survey-core writes the literals `null` and `undefined` as a missing operand. */
function side(operand: unknown, whole: BinaryOperand): Condition {
  if (operand instanceof Operand) return toCondition(operand);
  throw new Unsupported(whole.toString());
}

function questionName(operand: unknown): string {
  if (operand instanceof Variable && namePattern.test(operand.variable)) return operand.variable;
  throw new Unsupported(textOf(operand));
}

function constant(operand: unknown): string | number | boolean {
  if (operand instanceof Const && !(operand instanceof Variable)) {
    const value: unknown = operand.correctValue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  }
  throw new Unsupported(textOf(operand));
}

function numeric(operand: unknown): number {
  const value = constant(operand);
  if (typeof value === 'number') return value;
  throw new Unsupported(textOf(operand));
}

function code(operand: unknown): string {
  const value = constant(operand);
  if (typeof value === 'string') return value;
  throw new Unsupported(textOf(operand));
}

function codes(operand: unknown): string[] {
  if (operand instanceof ArrayOperand && operand.values.length > 0) return operand.values.map(code);
  throw new Unsupported(textOf(operand));
}

function textOf(operand: unknown): string {
  return operand instanceof Operand ? operand.toString() : 'null';
}
