import type { Comparison, Condition } from '../conditions/condition.types.ts';
import type { QuestionKind } from '../definition/shape.ts';

/** A condition as `relevant`; undefined where a part of it asks about a table, which has no answer of its own there. */
export function writeRelevant(
  condition: Condition,
  kinds: ReadonlyMap<string, QuestionKind>,
): string | undefined {
  if ('left' in condition) {
    const [left, right] = [writeRelevant(condition.left, kinds), writeRelevant(condition.right, kinds)];
    if (left === undefined || right === undefined) return undefined;
    const around = (text: string, inner: Condition) =>
      'left' in inner && inner.op !== condition.op ? `(${text})` : text;
    const second = 'left' in condition.right ? `(${right})` : right;
    return `${around(left, condition.left)} ${condition.op} ${second}`;
  }
  if ('operand' in condition) {
    const operand = writeRelevant(condition.operand, kinds);
    return operand === undefined ? undefined : `not(${operand})`;
  }
  const kind = kinds.get(condition.question);
  return kind === undefined || kind === 'matrix' ? undefined : writeComparison(condition, kind);
}

function writeComparison(comparison: Comparison, kind: QuestionKind): string {
  const answer = `\${${comparison.question}}`;
  const has = (code: string) =>
    kind === 'multiple' ? `selected(${answer}, '${code}')` : `${answer} = '${code}'`;
  switch (comparison.op) {
    case 'empty':
      return kind === 'multiple' ? `count-selected(${answer}) = 0` : `${answer} = ''`;
    case 'notEmpty':
      return kind === 'multiple' ? `count-selected(${answer}) > 0` : `${answer} != ''`;
    case 'equal':
      return `${answer} = ${constant(comparison.value)}`;
    case 'notEqual':
      return `${answer} != ${constant(comparison.value)}`;
    case 'less':
      return `${answer} < ${comparison.value}`;
    case 'lessOrEqual':
      return `${answer} <= ${comparison.value}`;
    case 'greater':
      return `${answer} > ${comparison.value}`;
    case 'greaterOrEqual':
      return `${answer} >= ${comparison.value}`;
    case 'contains':
      return has(comparison.value);
    case 'notContains':
      return `not(${has(comparison.value)})`;
    case 'anyOf':
      return closed(comparison.values.map(has), 'or');
    case 'noneOf':
      return `not(${comparison.values.map(has).join(' or ')})`;
    case 'allOf':
      return closed(comparison.values.map(has), 'and');
  }
}

const closed = (parts: readonly string[], op: 'and' | 'or'): string =>
  parts.length === 1 ? parts.join('') : `(${parts.join(` ${op} `)})`;

/** Yes and no are choices there. */
function constant(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? "'yes'" : "'no'";
  return typeof value === 'number' ? String(value) : `'${value}'`;
}
