import type { Comparison, Condition } from '../conditions/condition.types.ts';
import { comparisonsByKind } from '../conditions/check.ts';
import { parseCondition } from '../conditions/parse.ts';
import { writeCondition } from '../conditions/write.ts';
import type { Question } from '../definition/definition.schema.ts';
import { codesOfShape, shapeOf } from '../definition/shape.ts';

/** A condition as rows that all hold, or of which any holds: what most conditions are. */
export interface ConditionRows {
  join: 'and' | 'or';
  rows: Comparison[];
}

/** The rows of a condition's text; null where it is nested, negated or no condition: then the text is all there is. */
export function rowsOf(text: string): ConditionRows | null {
  const parsed = parseCondition(text);
  if (!parsed.ok) return null;
  const { condition } = parsed;
  const join = 'left' in condition ? condition.op : 'and';
  const rows = flat(condition, join);
  return rows === null ? null : { join, rows };
}

function flat(condition: Condition, join: 'and' | 'or'): Comparison[] | null {
  if ('operand' in condition) return null;
  if (!('left' in condition)) return [condition];
  if (condition.op !== join) return null;
  const left = flat(condition.left, join);
  const right = flat(condition.right, join);
  return left === null || right === null ? null : [...left, ...right];
}

/** The text of rows; undefined for none, which is no condition. */
export function textOfRows({ join, rows }: ConditionRows): string | undefined {
  const [first, ...rest] = rows;
  if (first === undefined) return undefined;
  return writeCondition(
    rest.reduce<Condition>((left, right): Condition => ({ op: join, left, right }), first),
  );
}

/** What a row can ask of a question, in the order an author looks for it. */
export function operatorsOf(question: Question): readonly Comparison['op'][] {
  const operators = comparisonsByKind[shapeOf(question).kind];
  return [...operators.filter((op) => !isPresence(op)), ...operators.filter(isPresence)];
}

function isPresence(op: Comparison['op']): boolean {
  return op === 'empty' || op === 'notEmpty';
}

/** A row about a question with an operator, and a value it can have; of the row before, what still fits. */
export function rowFor(question: Question, op: Comparison['op'], before?: Comparison): Comparison {
  const { name } = question;
  const codes = codesOfShape(shapeOf(question));
  const [first = ''] = codes;
  const kept = valuesOf(before).filter((value) => codes.includes(value));
  switch (op) {
    case 'empty':
    case 'notEmpty':
      return { op, question: name };
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
      return { op, question: name, values: kept.length === 0 ? [first] : kept };
    case 'contains':
    case 'notContains':
      return { op, question: name, value: kept[0] ?? first };
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return { op, question: name, value: numberOf(before) };
    case 'equal':
    case 'notEqual':
      return { op, question: name, value: constantFor(question, kept[0] ?? first, before) };
  }
}

function constantFor(
  question: Question,
  code: string,
  before: Comparison | undefined,
): string | number | boolean {
  const { kind } = shapeOf(question);
  if (kind === 'boolean') return before === undefined || !('value' in before) || before.value !== false;
  return kind === 'number' || kind === 'rating' ? numberOf(before) : code;
}

function valuesOf(row: Comparison | undefined): string[] {
  if (row === undefined) return [];
  if ('values' in row) return row.values;
  return 'value' in row && typeof row.value === 'string' ? [row.value] : [];
}

function numberOf(row: Comparison | undefined): number {
  return row !== undefined && 'value' in row && typeof row.value === 'number' ? row.value : 1;
}
