import { expect, test } from 'vitest';
import type { Definition } from '../definition/definition.schema.ts';
import { questionsOf } from '../definition/walk.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { visitForm } from '../forms/visit-form.ts';
import { paperForm } from './paper-form.ts';

const itemsOf = (definition: Definition, locale: 'zh-CN' | 'en') =>
  paperForm(definition, locale).parts.flatMap((part) => (part.kind === 'item' ? [part] : []));

test.each([
  ['questionnaire', questionnaire],
  ['short form', shortForm],
  ['visit form', visitForm],
])('the %s has every item on paper, numbered as it is asked, with room for each answer', (_, form) => {
  const placed = questionsOf(form);
  for (const locale of ['zh-CN', 'en'] as const) {
    const items = itemsOf(form, locale);
    expect(items.map(({ number }) => number)).toEqual(placed.map((_one, index) => index + 1));
    expect(items.every(({ title }) => title !== '')).toBe(true);
    const choices = items.flatMap(({ answer }) => (answer.kind === 'choices' ? [answer.choices] : []));
    expect(choices.flat().every((words) => words !== '')).toBe(true);
  }
});

test('a skip rule names the item by its number and the answer by its words', () => {
  const items = itemsOf(shortForm, 'zh-CN');
  const other = items.find(({ title }) => title.startsWith('其他'));
  const topics = items.find(({ title }) => title === '您觉得最应该先解决什么？');
  expect(other?.notes).toEqual([`第 ${topics?.number} 题选了“其他”，才问这道题`]);
  expect(topics?.notes[0]).toMatch(/^可以选几项/);
});

test('each kind of item has its own room for the answer', () => {
  const name = (kind: string) => ({ name: kind, title: { default: kind } });
  const form: Definition = {
    title: { default: '各种题' },
    pages: [
      {
        name: 'page1',
        title: { default: '第一页' },
        elements: [
          {
            type: 'rating',
            ...name('rating'),
            rateMin: 0,
            rateMax: 3,
            minRateDescription: { default: '差' },
          },
          {
            type: 'matrix',
            ...name('matrix'),
            rows: [{ value: 'a', text: { default: '保安' } }],
            columns: [
              { value: 'b', text: { default: '好' } },
              { value: 'c', text: { default: '差' } },
            ],
          },
          { type: 'text', ...name('date'), inputType: 'date' },
          { type: 'panel', name: 'group', elements: [{ type: 'boolean', ...name('boolean') }] },
          { type: 'comment', ...name('comment') },
        ],
      },
    ],
  };
  const paper = paperForm(form, 'zh-CN');
  expect(paper.parts[0]).toMatchObject({ kind: 'heading', level: 'page', title: '第一页' });
  expect(itemsOf(form, 'zh-CN').map(({ answer }) => answer)).toEqual([
    { kind: 'scale', steps: [0, 1, 2, 3], lowest: '差', highest: '' },
    { kind: 'grid', rows: ['保安'], columns: ['好', '差'] },
    { kind: 'day', parts: ['年', '月', '日'] },
    { kind: 'choices', several: false, choices: ['是', '否'] },
    { kind: 'lines', count: 3 },
  ]);
});

test('what is not translated yet stands there in Chinese, and half a condition is left out', () => {
  const form: Definition = {
    title: { default: '半份' },
    pages: [
      {
        name: 'page1',
        elements: [
          { type: 'comment', name: 'q1', title: { default: '您说呢？' }, visibleIf: '{q0} contains' },
        ],
      },
    ],
  };
  expect(paperForm(form, 'en').parts).toEqual([
    { kind: 'item', number: 1, title: '您说呢？', hint: '', notes: [], answer: { kind: 'lines', count: 3 } },
  ]);
});
