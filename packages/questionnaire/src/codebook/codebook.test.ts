import { expect, test } from 'vitest';
import { readStructure } from '../check/structure.ts';
import { codesOf } from '../answers/codes.ts';
import { compile } from '../compiled/compile.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { ask, both, compiledFormOf, formOf, options, single } from '../testing/forms.ts';
import { codebook } from './codebook.ts';

test('says of every variable what it is called, how it was asked and what its codes mean', () => {
  const variables = codebook(questionnaire);
  expect(variables).toHaveLength(25);
  expect(variables[1]).toMatchObject({
    name: 'overallSatisfaction',
    kind: 'single',
    page: 'overall',
    label: { zh: '总的来说，您对本市的文明城市创建满意吗？' },
    required: true,
    askedIf: null,
    indicator: 'satisfaction',
    headline: true,
  });
  expect(variables[1]?.codes[0]).toEqual({
    code: 'dissatisfied',
    label: { zh: '不满意', en: 'Dissatisfied' },
    counts: 'unfavourable',
    score: 0,
  });
  expect(variables.at(-2)).toMatchObject({ name: 'otherTopic', askedIf: "({topicsToFix} contains 'other')" });
  expect(variables.at(-1)?.codes.map(({ code, label }) => [code, label?.zh])).toEqual([
    ['true', '需要'],
    ['false', '不需要'],
  ]);
});

test('lists every item and code that answers are counted under', () => {
  const grid = ask('matrix', 'grid', { rows: options('day', 'night'), columns: options('good', 'bad') });
  const elements = [
    single('who', ['alone', 'family']),
    ask('rating', 'stars'),
    ask('boolean', 'agrees'),
    grid,
  ];
  const structure = readStructure(formOf(...elements));
  const variables = structure.ok ? codebook(structure.definition) : [];
  const counted = codesOf(compiledFormOf(...elements), {
    who: 'family',
    stars: 3,
    agrees: true,
    grid: { day: 'bad', night: 'good' },
  });
  expect(counted).toHaveLength(5);
  for (const { item, code } of counted) {
    const variable = variables.find(({ name }) => name === item);
    expect(variable?.codes.map((known) => known.code)).toContain(code);
  }
  expect(variables.at(-1)?.label).toEqual({ zh: 'grid：night', en: 'grid: night' });
});

test('joins the conditions of page, panel and question', () => {
  const structure = readStructure({
    title: both('表'),
    pages: [
      { name: 'first', elements: [single('who', ['alone', 'family'])] },
      {
        name: 'second',
        visibleIf: '{who} notempty',
        elements: [
          { type: 'panel', name: 'box', visibleIf: "{who} = 'alone'", elements: [ask('comment', 'note')] },
        ],
      },
    ],
  });
  const variables = structure.ok ? codebook(structure.definition) : [];
  expect(variables[1]?.askedIf).toBe("({who} notempty) and ({who} = 'alone')");
});

test('the compiled questionnaire has the same questions in the same order', () => {
  expect(codebook(questionnaire).map(({ name }) => name)).toEqual(
    compile(questionnaire, 'questionnaire').questions.map(({ name }) => name),
  );
});
