import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import type { Answer, Answers } from '../answers/answers.types.ts';
import { compileQuestions } from '../compiled/compile.ts';
import type { CompiledQuestion } from '../compiled/compiled.types.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { definitionSchema } from '../definition/definition.schema.ts';
import type { Definition } from '../definition/definition.schema.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { drawAnswers, drawForm } from '../testing/draw.ts';
import { ask, both, formOf, multiple, options, single } from '../testing/forms.ts';
import { noteMessage } from './note-messages.ts';
import { noteCodes } from './note.ts';
import { readXlsform } from './read.ts';
import { writeXlsform } from './write.ts';

const form = { formId: 'form', version: '1' };
const write = (definition: Definition) => writeXlsform(definition, form);
const definitionOf = (...elements: object[]): Definition => definitionSchema.parse(formOf(...elements));

function rowOf(...elements: object[]): Record<string, string> {
  const { survey } = write(definitionOf(...elements)).sheets;
  const [columns = [], ...rows] = survey;
  const row = must(rows.at(-2), 'the last item');
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']));
}

test('a form goes out and comes back as the same form', () => {
  const compileOne = (element: object) =>
    must(compileQuestions(definitionSchema.parse(formOf(element)))[0], 'a question');
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const definition = definitionSchema.parse(drawForm(draw, compileOne));
      const asked = compileQuestions(definition);
      const { sheets, notes } = write(definition);
      const back = readXlsform(sheets);
      const again = compileQuestions(back.definition);
      expect(back.notes).toEqual([]);
      expect(again.map(shape)).toEqual(asked.map(asThere).map(shape));
      if (notes.some(({ code }) => code === 'conditionLeftOut')) return;
      const answers = drawAnswers(draw, asked);
      const there = Object.fromEntries(
        Object.entries(answers).map(([name, answer]) => [name, asWord(answer)]),
      );
      expect(again.map(shown(there))).toEqual(asked.map(shown(answers)));
    }),
  );
});

const shape = ({ visibleIf: _, ...rest }: CompiledQuestion) => rest;
const shown = (answers: Answers) => (question: CompiledQuestion) =>
  question.visibleIf === null || evaluateCondition(question.visibleIf, answers);

/** Yes and no are choices there, and a table is required as a whole or not at all. */
function asThere(question: CompiledQuestion): CompiledQuestion {
  if (question.kind === 'matrix') return { ...question, required: question.eachRow };
  if (question.kind !== 'boolean') return question;
  const { name, required, visibleIf } = question;
  const choices = ['yes', 'no'].map((code) => ({ code, counts: null, score: null }));
  return { name, required, visibleIf, kind: 'single', choices, indicator: null, headline: false };
}

function asWord(answer: Answer): Answer {
  if (typeof answer !== 'boolean') return answer;
  return answer ? 'yes' : 'no';
}

test.each([
  ['the questionnaire that comes with the product', questionnaire],
  ['the short form', shortForm],
])('%s counts the same after it was out', (_, original) => {
  const definition = definitionSchema.parse(original);
  const { sheets, notes } = write(definition);
  expect(notes.map(({ code }) => code)).toContain('countsBeside');
  const counted = (one: Definition) =>
    compileQuestions(one).flatMap((question) =>
      question.kind === 'single' && question.indicator !== null ? [question] : [],
    );
  const back = readXlsform(sheets).definition;
  expect(counted(back)).toEqual(counted(definition));
  expect(counted(back).length).toBeGreaterThan(0);
});

describe('rows', () => {
  test.each([
    [single('one', ['a', 'b']), { type: 'select_one one', 'label::Chinese (zh)': 'one', appearance: '' }],
    [single('one', ['a', 'b'], { type: 'dropdown' }), { appearance: 'minimal' }],
    [multiple('one', ['a', 'b'], { maxSelectedChoices: 2 }), { constraint: 'count-selected(.) <= 2' }],
    [
      multiple('one', [], {
        choices: [...options('a'), { value: 'none', text: both('无'), isExclusive: true }],
      }),
      { constraint: "not(selected(., 'none') and count-selected(.) > 1)" },
    ],
    [
      ask('comment', 'one', { maxLength: 50 }),
      { type: 'text', appearance: 'multiline', constraint: 'string-length(.) <= 50' },
    ],
    [
      ask('rating', 'one', { rateMin: 0, rateMax: 10 }),
      { type: 'range', parameters: 'start=0 end=10 step=1' },
    ],
    [
      ask('text', 'one', { inputType: 'date', min: '2026-01-01' }),
      { type: 'date', constraint: ". >= date('2026-01-01')" },
    ],
    [
      ask('text', 'one', { isRequired: true, description: both('提示') }),
      { required: 'yes', 'hint::English (en)': '提示' },
    ],
    [
      ask('text', 'one', { validators: [{ type: 'regex', regex: "^[A-Z]'\\d$" }] }),
      { constraint: `regex(., "^[A-Z]'\\d$")` },
    ],
  ])('%o', (element, expected) => {
    expect(rowOf(element)).toMatchObject(expected);
  });

  test('what other systems have no equivalent for is told, with its row', () => {
    const { notes } = write(
      definitionOf(
        ask('boolean', 'call', { asksContact: true }),
        ask('rating', 'stars', { minRateDescription: both('差') }),
        ask('matrix', 'table', { rows: options('r'), columns: options('a', 'b') }),
        ask('text', 'last', { visibleIf: '{table} notempty' }),
      ),
    );
    expect(notes.map(({ code, about, row }) => [code, about, row])).toEqual([
      ['wishLeftOut', 'call', 3],
      ['yesNoAsChoices', 'call', 3],
      ['endsLeftOut', 'stars', 4],
      ['conditionLeftOut', 'last', 8],
    ]);
  });

  test('a table comes back as a table', () => {
    const definition = definitionOf(
      ask('matrix', 'table', {
        rows: options('day', 'night'),
        columns: options('a', 'b'),
        eachRowRequired: true,
      }),
    );
    const [back] = compileQuestions(readXlsform(write(definition).sheets).definition);
    expect(back).toMatchObject({
      kind: 'matrix',
      name: 'table',
      rows: ['day', 'night'],
      columns: ['a', 'b'],
      eachRow: true,
    });
  });

  test('yes and no come back as choices, and conditions follow', () => {
    const definition = definitionOf(ask('boolean', 'ok'), ask('text', 'last', { visibleIf: '{ok} = false' }));
    const [ok, last] = compileQuestions(readXlsform(write(definition).sheets).definition);
    expect(ok).toMatchObject({ kind: 'single', choices: [{ code: 'yes' }, { code: 'no' }] });
    expect(last?.visibleIf).toEqual({ op: 'equal', question: 'ok', value: 'no' });
  });
});

test('each line of the report has a sentence in both languages, with its words filled in', () => {
  for (const code of noteCodes) {
    const message = noteMessage({ code, sheet: 'survey', row: 2, about: 'X', detail: 'Y' });
    expect(message['zh-CN']).toMatch(/[一-龥]/);
    expect(message.en).not.toMatch(/[一-龥{}]/);
  }
});
