import { isSafePattern } from '../definition/pattern.ts';
import { parseExpression } from './expression.ts';
import type { Expression, Relation } from './expression.ts';

/** What a `constraint` says that an item of ours can say as well. Ends are included. */
export interface Limits {
  min?: number | string;
  max?: number | string;
  maxLength?: number;
  pattern?: string;
  fewest?: number;
  most?: number;
  /** The choices, as the workbook calls them, that stand alone. */
  alone?: string[];
}

type Kind = 'whole' | 'number' | 'date' | 'text' | 'multiple';

/** The limits that a constraint sets; undefined where any part of it says more. */
export function limitsOfConstraint(text: string, kind: Kind): Limits | undefined {
  const expression = parseExpression(text);
  return expression === undefined ? undefined : read(expression, kind);
}

function read(expression: Expression, kind: Kind): Limits | undefined {
  if (expression.kind === 'call')
    return expression.name === 'not' ? readAlone(expression.args[0], kind) : readPattern(expression, kind);
  if (expression.kind !== 'binary' || expression.op === 'or') return undefined;
  const { op, left, right } = expression;
  if (op !== 'and') return limit(left, op, right, kind);
  const [first, second] = [read(left, kind), read(right, kind)];
  if (first === undefined || second === undefined) return undefined;
  const { alone: one = [], ...others } = first;
  const { alone: another = [], ...more } = second;
  if (Object.keys(others).some((key) => key in more)) return undefined;
  const alone = [...one, ...another];
  return { ...others, ...more, ...(alone.length === 0 ? {} : { alone }) };
}

/** `not(selected(., 'none') and count-selected(.) > 1)`: that choice and no other. */
function readAlone(expression: Expression | undefined, kind: Kind): Limits | undefined {
  if (expression?.kind !== 'binary' || expression.op !== 'and' || kind !== 'multiple') return undefined;
  const { left: chosen, right: counted } = expression;
  if (chosen.kind !== 'call' || chosen.name !== 'selected' || counted.kind !== 'binary') return undefined;
  const [of, code] = chosen.args;
  const { fewest } = counted.op === '>' ? (read(counted, kind) ?? {}) : {};
  return of?.kind === 'self' && code?.kind === 'text' && fewest === 2 ? { alone: [code.value] } : undefined;
}

function readPattern({ name, args }: Extract<Expression, { kind: 'call' }>, kind: Kind): Limits | undefined {
  const [of, pattern] = args;
  if (kind !== 'text' || name !== 'regex' || of?.kind !== 'self' || pattern?.kind !== 'text')
    return undefined;
  // XPath's `regex` asks about the whole value, with or without the signs for its ends.
  const whole = `^${pattern.value.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')}$`;
  return whole.length <= 200 && isSafePattern(whole) ? { pattern: whole } : undefined;
}

function limit(left: Expression, op: Relation, right: Expression, kind: Kind): Limits | undefined {
  const value = right.kind === 'number' ? right.value : dateOf(right);
  if (value === undefined) return undefined;
  if (left.kind === 'self')
    return typeof value === (kind === 'date' ? 'string' : 'number') ? bound(op, value, kind) : undefined;
  if (left.kind !== 'call' || left.args[0]?.kind !== 'self' || typeof value !== 'number') return undefined;
  const ends = bound(op, value, 'whole');
  if (left.name === 'string-length' && kind === 'text' && typeof ends?.max === 'number' && ends.max > 0)
    return { maxLength: ends.max };
  if (left.name !== 'count-selected' || kind !== 'multiple' || ends === undefined) return undefined;
  const { min, max } = ends;
  if ((typeof min === 'number' && min < 1) || (typeof max === 'number' && max < 1)) return undefined;
  return {
    ...(typeof min === 'number' ? { fewest: min } : {}),
    ...(typeof max === 'number' ? { most: max } : {}),
  };
}

/** Of a whole number "more than 5" is "6 or more"; of other numbers and of dates there is no such next one. */
function bound(op: Relation, value: number | string, kind: Kind): Pick<Limits, 'min' | 'max'> | undefined {
  switch (op) {
    case '>=':
      return { min: value };
    case '<=':
      return { max: value };
    case '=':
      return kind === 'whole' ? { min: value, max: value } : undefined;
    case '>':
      return kind === 'whole' && typeof value === 'number' ? { min: Math.floor(value) + 1 } : undefined;
    case '<':
      return kind === 'whole' && typeof value === 'number' ? { max: Math.ceil(value) - 1 } : undefined;
    case '!=':
      return undefined;
  }
}

/** `date('2026-01-31')`, or the bare text. */
function dateOf(expression: Expression): string | undefined {
  if (expression.kind === 'text')
    return /^\d{4}-\d{2}-\d{2}$/.test(expression.value) ? expression.value : undefined;
  const [inner] = expression.kind === 'call' && expression.name === 'date' ? expression.args : [];
  return inner === undefined ? undefined : dateOf(inner);
}
