import { codesOfShape } from '../definition/shape.ts';
import type { QuestionKind, QuestionShape } from '../definition/shape.ts';
import { comparisonsOf } from './condition.types.ts';
import type { Comparison, Condition } from './condition.types.ts';

/** A comparison that cannot mean what its author meant. */
export type ConditionProblem =
  | { code: 'conditionUnknownQuestion'; question: string }
  | { code: 'conditionUnknownCode'; question: string; value: string }
  | { code: 'conditionWrongOperator'; question: string; operator: string };

/**
 * Comparisons that make sense for each kind of question. Text and dates are only asked whether they were
 * filled in: what a resident wrote does not steer a form.
 */
export const comparisonsByKind: Readonly<Record<QuestionKind, readonly Comparison['op'][]>> = {
  single: ['empty', 'notEmpty', 'equal', 'notEqual', 'anyOf', 'noneOf'],
  multiple: ['empty', 'notEmpty', 'contains', 'notContains', 'anyOf', 'noneOf', 'allOf'],
  number: ['empty', 'notEmpty', 'equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'],
  rating: ['empty', 'notEmpty', 'equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'],
  boolean: ['empty', 'notEmpty', 'equal', 'notEqual'],
  text: ['empty', 'notEmpty'],
  date: ['empty', 'notEmpty'],
  matrix: ['empty', 'notEmpty'],
};

/** Checks a condition against the questions it may refer to. */
export function checkCondition(
  condition: Condition,
  questions: ReadonlyMap<string, QuestionShape>,
): ConditionProblem[] {
  return comparisonsOf(condition).flatMap((comparison) =>
    problemsOf(comparison, questions.get(comparison.question)),
  );
}

function problemsOf(comparison: Comparison, shape: QuestionShape | undefined): ConditionProblem[] {
  const { question, op } = comparison;
  if (shape === undefined) return [{ code: 'conditionUnknownQuestion', question }];
  if (!comparisonsByKind[shape.kind].includes(op) || !isOfKind(comparison, shape.kind)) {
    return [{ code: 'conditionWrongOperator', question, operator: op }];
  }
  if (shape.kind !== 'single' && shape.kind !== 'multiple') return [];
  const known = codesOfShape(shape);
  return codesIn(comparison)
    .filter((code) => !known.includes(code))
    .map((value) => ({ code: 'conditionUnknownCode', question, value }));
}

function isOfKind(comparison: Comparison, kind: QuestionKind): boolean {
  if (comparison.op !== 'equal' && comparison.op !== 'notEqual') return true;
  const type = typeof comparison.value;
  if (kind === 'boolean') return type === 'boolean';
  return type === (kind === 'single' ? 'string' : 'number');
}

function codesIn(comparison: Comparison): string[] {
  if ('values' in comparison) return comparison.values;
  return 'value' in comparison && typeof comparison.value === 'string' ? [comparison.value] : [];
}
