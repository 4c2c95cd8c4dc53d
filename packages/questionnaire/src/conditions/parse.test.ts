import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCondition } from '../testing/draw.ts';
import { ask, compiledFormOf, multiple, single } from '../testing/forms.ts';
import { checkCondition } from './check.ts';
import { questionsInCondition } from './condition.types.ts';
import { evaluateCondition } from './evaluate.ts';
import { parseCondition } from './parse.ts';
import { writeCondition } from './write.ts';

const form = compiledFormOf(
  single('who', ['lift', 'noise', 'dogs', 'other']),
  multiple('topics', ['lift', 'noise', 'dogs', 'other']),
  ask('text', 'people', { inputType: 'number' }),
  ask('boolean', 'agrees'),
  ask('comment', 'note'),
);
const questions = new Map(form.questions.map((question) => [question.name, question]));

describe('conditions are read into plain JSON', () => {
  test.each([
    ["{who} = 'lift'", { op: 'equal', question: 'who', value: 'lift' }],
    ['{who} == lift', { op: 'equal', question: 'who', value: 'lift' }],
    ["{who} <> 'lift'", { op: 'notEqual', question: 'who', value: 'lift' }],
    ['{people} >= 2.5', { op: 'greaterOrEqual', question: 'people', value: 2.5 }],
    ['{people} < -1', { op: 'less', question: 'people', value: -1 }],
    ['{agrees} = true', { op: 'equal', question: 'agrees', value: true }],
    ["{topics} contains 'lift'", { op: 'contains', question: 'topics', value: 'lift' }],
    ["{topics} allof ['lift', 'noise']", { op: 'allOf', question: 'topics', values: ['lift', 'noise'] }],
    ['{note} notempty', { op: 'notEmpty', question: 'note' }],
    ['!{note} empty', { op: 'not', operand: { op: 'empty', question: 'note' } }],
    [
      "{who} = 'lift' or {people} > 1 and {agrees} = true",
      {
        op: 'or',
        left: { op: 'equal', question: 'who', value: 'lift' },
        right: {
          op: 'and',
          left: { op: 'greater', question: 'people', value: 1 },
          right: { op: 'equal', question: 'agrees', value: true },
        },
      },
    ],
  ])('%s', (text, condition) => {
    expect(parseCondition(text)).toEqual({ ok: true, condition });
  });

  test('and back again: every condition that makes sense survives being written and read', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const condition = drawCondition(draw, form.questions);
        const read = parseCondition(writeCondition(condition));
        expect(read).toEqual({ ok: true, condition });
        expect(checkCondition(condition, questions)).toEqual([]);
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
      }),
    );
  });
});

describe('what is outside the accepted part of the language is refused, with the part in question', () => {
  test.each([
    ["today() > '2026-01-01'", 'today()'],
    ['{people} + 1 > 2', '({people} + 1)'],
    ['{people} = 1 + 1', '(1 + 1)'],
    ['{people} > {other}', '{other}'],
    ["'lift' = {who}", "'lift'"],
    ['{grid.day} = 1', '{grid.day}'],
    ['{who[0]} = 1', '{who[0]}'],
    ['{who} = null', 'null'],
    ["{topics} = ['lift']", "['lift']"],
    ["{topics} anyof 'lift'", "'lift'"],
    ['{topics} anyof []', '[]'],
    ["{people} > 'many'", "'many'"],
    ['{agrees}', '{agrees}'],
    ["not({who} = 'lift')", "not(({who} == 'lift'))"],
    ['true', 'true'],
  ])('%s because of %s', (text, part) => {
    expect(parseCondition(text)).toEqual({ ok: false, code: 'conditionUnsupported', part });
  });

  test.each([[''], ['{who} ='], ["{who} = 'a' und {note} empty"], ['(((']])(
    '%j is not a condition',
    (text) => {
      expect(parseCondition(text)).toMatchObject({ ok: false, code: 'conditionSyntax' });
    },
  );

  test('a text of any length or depth gets an answer', () => {
    expect(parseCondition('('.repeat(5000))).toEqual({ ok: false, code: 'conditionTooLong', limit: 1000 });
    expect(parseCondition(`${'('.repeat(490)}{a} = 1${')'.repeat(490)}`).ok).toBe(true);
    expect(parseCondition(`${'!('.repeat(320)}{a} = 1${')'.repeat(320)}`).ok).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseCondition(text).ok === 'boolean'),
    );
  });
});

describe('a condition over no answer', () => {
  test.each([
    ["{who} = 'lift'", false],
    ["{who} <> 'lift'", true],
    ['{people} <= 3', false],
    ["{topics} contains 'lift'", false],
    ["{topics} notcontains 'lift'", true],
    ["{topics} noneof ['lift']", true],
    ["{topics} anyof ['lift']", false],
    ['{who} empty', true],
    ['{agrees} = false', false],
  ])('%s is %s', (text, holds) => {
    const read = parseCondition(text);
    expect(read.ok && evaluateCondition(read.condition, {})).toBe(holds);
  });

  test('is not misled by what every object has', () => {
    expect(evaluateCondition({ op: 'notEmpty', question: 'constructor' }, {})).toBe(false);
  });
});

test('a condition says which questions it refers to, each once', () => {
  const read = parseCondition("{who} = 'lift' and ({people} > 1 or {who} = 'noise')");
  expect(read.ok && questionsInCondition(read.condition)).toEqual(['who', 'people']);
});
