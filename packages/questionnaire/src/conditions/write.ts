import type { Condition } from './condition.types.ts';

const signs: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  less: '<',
  lessOrEqual: '<=',
  greater: '>',
  greaterOrEqual: '>=',
};

/** A condition written in the expression language: what `parseCondition` reads back as the same condition. */
export function writeCondition(condition: Condition): string {
  if ('left' in condition) {
    return `${writeOperand(condition.left, condition.op)} ${condition.op} ${writeOperand(condition.right)}`;
  }
  if ('operand' in condition) return `!(${writeCondition(condition.operand)})`;
  const start = `{${condition.question}} ${signs[condition.op] ?? condition.op.toLowerCase()}`;
  if ('values' in condition) return `${start} [${condition.values.map((value) => `'${value}'`).join(', ')}]`;
  if (!('value' in condition)) return start;
  return `${start} ${typeof condition.value === 'string' ? `'${condition.value}'` : condition.value}`;
}

/** `a and b and c` is read from the left, so only other nestings need brackets. */
function writeOperand(condition: Condition, around?: 'and' | 'or'): string {
  const text = writeCondition(condition);
  return 'left' in condition && condition.op !== around ? `(${text})` : text;
}
