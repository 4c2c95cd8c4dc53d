import type { Condition } from '../conditions/condition.types.ts';
import { writeCondition } from '../conditions/write.ts';
import type { QuestionKind } from '../definition/shape.ts';
import { parseExpression } from './expression.ts';
import type { Expression, Relation } from './expression.ts';

/** An item that was taken, under its name in the workbook. */
export interface TakenItem {
  name: string;
  kind: QuestionKind;
  /** Codes in the workbook to codes in the definition. */
  codes: ReadonlyMap<string, string>;
}

/** What came before, by its name in the workbook: a condition can only look back. */
export type TakenItems = ReadonlyMap<string, TakenItem>;

/** `relevant` as a condition of ours; undefined where it says more than a condition can. */
export function conditionOfRelevant(text: string, items: TakenItems): string | undefined {
  const expression = parseExpression(text);
  const condition = expression === undefined ? undefined : toCondition(expression, items);
  return condition === undefined ? undefined : writeCondition(condition);
}

function toCondition(expression: Expression, items: TakenItems): Condition | undefined {
  if (expression.kind === 'call') return fromCall(expression.name, expression.args, items);
  if (expression.kind !== 'binary') return undefined;
  const { op, left, right } = expression;
  if (op !== 'and' && op !== 'or') return compared(left, op, right, items);
  const [first, second] = [toCondition(left, items), toCondition(right, items)];
  return first === undefined || second === undefined ? undefined : { op, left: first, right: second };
}

function fromCall(name: string, args: readonly Expression[], items: TakenItems): Condition | undefined {
  const [first, second] = args;
  if (name === 'not' && first !== undefined && second === undefined) {
    const operand = toCondition(first, items);
    return operand === undefined ? undefined : { op: 'not', operand };
  }
  const item = itemOf(first, items);
  if (name !== 'selected' || item === undefined || second?.kind !== 'text') return undefined;
  const value = item.codes.get(second.value);
  if (value === undefined) return undefined;
  if (item.kind === 'single') return { op: 'equal', question: item.name, value };
  return item.kind === 'multiple' ? { op: 'contains', question: item.name, value } : undefined;
}

const turned: Readonly<Record<Relation, Relation>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function compared(
  left: Expression,
  relation: Relation,
  right: Expression,
  items: TakenItems,
): Condition | undefined {
  const isConstant = left.kind === 'text' || left.kind === 'number';
  if (isConstant) return compared(right, turned[relation], left, items);
  if (left.kind === 'call') return fromCount(left, relation, right, items);
  const item = itemOf(left, items);
  if (item === undefined) return undefined;
  const question = item.name;
  if (right.kind === 'text' && right.value === '') return presence(question, relation);
  const value = constantFor(item, right);
  if (value === undefined) return undefined;
  if (relation === '=') return { op: 'equal', question, value };
  if (relation === '!=') return { op: 'notEqual', question, value };
  return typeof value === 'number' ? { op: orders[relation], question, value } : undefined;
}

const orders = { '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' } as const;

function presence(question: string, relation: Relation): Condition | undefined {
  if (relation === '=') return { op: 'empty', question };
  return relation === '!=' ? { op: 'notEmpty', question } : undefined;
}

/** `count-selected(${q}) > 0` and `string-length(${q}) > 0` ask whether anything was answered. */
function fromCount(
  call: Extract<Expression, { kind: 'call' }>,
  relation: Relation,
  right: Expression,
  items: TakenItems,
): Condition | undefined {
  const item = itemOf(call.args[0], items);
  const counts = call.name === 'count-selected' || call.name === 'string-length';
  if (!counts || item === undefined || right.kind !== 'number') return undefined;
  const sign = `${relation}${right.value}`;
  if (['>0', '!=0', '>=1'].includes(sign)) return { op: 'notEmpty', question: item.name };
  return ['=0', '<1', '<=0'].includes(sign) ? { op: 'empty', question: item.name } : undefined;
}

/** A text equals an answer only among choices: what somebody wrote does not steer a form. */
function constantFor(item: TakenItem, right: Expression): string | number | boolean | undefined {
  if (right.kind === 'number') {
    if (item.kind === 'single') return item.codes.get(String(right.value));
    return item.kind === 'number' || item.kind === 'rating' ? right.value : undefined;
  }
  if (right.kind !== 'text') return undefined;
  if (item.kind === 'single') return item.codes.get(right.value);
  if (item.kind === 'boolean') return right.value === 'OK' ? true : undefined;
  return undefined;
}

function itemOf(expression: Expression | undefined, items: TakenItems): TakenItem | undefined {
  return expression?.kind === 'answer' ? items.get(expression.name) : undefined;
}
