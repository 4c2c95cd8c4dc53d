import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { definitionSchema } from '../definition/definition.schema.ts';
import type { Definition, Question } from '../definition/definition.schema.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { move } from '../edit/move.ts';
import { insert, remove } from '../edit/parts.ts';
import { isQuestion, partAt, placesOf } from '../edit/place.ts';
import { renamed, withCodeRenamed } from '../edit/rename.ts';
import { replace } from '../edit/replace.ts';
import { ask, both, formOf, single } from '../testing/forms.ts';
import { changesBetween } from './diff.ts';

const form: Definition = definitionSchema.parse(
  formOf(
    single('a', ['yes', 'no', 'unsure'], { indicator: 'awareness' }),
    ask('comment', 'b'),
    ask('rating', 'c'),
    ask('text', 'd', { inputType: 'number', max: 5 }),
  ),
);

/** What `changesBetween` says when the question at a place becomes another. */
function after(index: number, change: Partial<Record<string, unknown>>): [code: string, breaking: boolean][] {
  const question = must(partAt(form, [0, index]), 'question') as Question;
  return told(replace(form, [0, index], { ...question, ...change }));
}

function told(changed: Definition): [code: string, breaking: boolean][] {
  return changesBetween(form, changed).map(({ code, breaking }) => [code, breaking]);
}

describe('two versions that are the same have no differences', () => {
  test.each([
    ['the long', questionnaire],
    ['the short', shortForm],
  ])('%s questionnaire', (_, one) => {
    expect(changesBetween(one, structuredClone(one))).toEqual([]);
  });

  test('and there is a difference as soon as there is one', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const items = placesOf(questionnaire).filter((place) => isQuestion(partAt(questionnaire, place)));
        const place = draw(fc.constantFrom, ...items);
        const { definition } = draw(fc.boolean)
          ? remove(questionnaire, place)
          : move(questionnaire, place, draw(fc.constantFrom, ...items));
        const differs = JSON.stringify(definition) !== JSON.stringify(questionnaire);
        expect(changesBetween(questionnaire, definition).length > 0).toBe(differs);
      }),
    );
  });
});

describe('what breaks a series is named', () => {
  const choices = (codes: string[]) => codes.map((value) => ({ value, text: both(value) }));
  test.each([
    ['a choice removed', { choices: choices(['yes', 'no']) }, [['choiceRemoved', true]]],
    ['another indicator', { indicator: 'support' }, [['indicator', true]]],
    ['the headline', { headline: true }, [['headline', true]]],
    [
      'how a choice counts',
      {
        choices: [
          { ...must(choices(['yes'])[0], 'yes'), counts: 'favourable' },
          ...choices(['no', 'unsure']),
        ],
      },
      [['counts', true]],
    ],
    [
      'a choice more in what is counted',
      { choices: choices(['yes', 'no', 'unsure', 'never']) },
      [['choiceAdded', true]],
    ],
  ])('%s', (_, change, expected) => {
    expect(after(0, change)).toEqual(expected);
  });

  test('an item or a code under another name, an item gone, another kind of answer', () => {
    expect(told(renamed(form, [0, 1], 'note'))).toEqual([['itemRenamed', true]]);
    expect(told(withCodeRenamed(form, [0, 0], { list: 'choices', index: 0, code: 'yeah' }))).toEqual([
      ['choiceRecoded', true],
    ]);
    expect(told(remove(form, [0, 2]).definition)).toEqual([['itemRemoved', true]]);
    expect(after(2, { type: 'comment' })).toEqual([['kindChanged', true]]);
  });
});

test('of two new choices with the words of one that is gone, one is that choice and the other is new', () => {
  const choices = [
    ...['yes', 'no'].map((value) => ({ value, text: both(value) })),
    ...['maybe', 'perhaps'].map((value) => ({ value, text: both('unsure') })),
  ];
  expect(after(0, { choices })).toEqual([
    ['choiceRecoded', true],
    ['choiceAdded', true],
  ]);
});

describe('what does not break a series is told as well', () => {
  test.each([
    ['wording', 1, { title: both('另一种问法') }, 'wording'],
    ['the hint', 1, { description: both('说明') }, 'hint'],
    ['a translation', 1, { title: { default: 'b', en: 'bee' } }, 'wording'],
    ['a condition', 1, { visibleIf: "{a} = 'yes'" }, 'condition'],
    ['an answer that is required', 1, { isRequired: true }, 'required'],
    ['a limit', 3, { max: 9 }, 'limits'],
    ['how tall a field is', 1, { rows: 3 }, 'layout'],
  ] as const)('%s', (_, index, change, code) => {
    expect(after(index, change)).toEqual([[code, false]]);
  });

  test('an item added or moved, choices in another order', () => {
    const added = insert(form, ask('comment', 'e') as Question, [0, 0]).definition;
    expect(told(added)).toEqual([['itemAdded', false]]);
    expect(told(move(form, [0, 0], [0, 3]).definition)).toEqual([['itemMoved', false]]);
    const question = must(partAt(form, [0, 0]), 'a');
    if (!('choices' in question)) throw new Error('a has choices');
    const turned = { ...question, choices: question.choices.toReversed() } as Question;
    expect(told(replace(form, [0, 0], turned))).toEqual([['choicesReordered', false]]);
  });

  test('with what it was and what it is, in both languages', () => {
    const title = { default: '新', en: 'new' };
    const changed = replace(form, [0, 1], { ...ask('comment', 'b'), title } as Question);
    expect(changesBetween(form, changed)).toMatchObject([
      { before: { zh: 'b', en: 'b' }, after: { zh: '新', en: 'new' }, about: { zh: '新' } },
    ]);
    expect(told({ ...form, title: both('新表') })).toEqual([['formTitle', false]]);
  });
});
