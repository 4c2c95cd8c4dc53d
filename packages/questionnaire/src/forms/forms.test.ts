import { topics } from '@huhudao/domain';
import { describe, expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { compile, compileQuestions } from '../compiled/compile.ts';
import type { Definition } from '../definition/definition.schema.ts';
import { indicatorDefinitions, itemDefinitions } from '../indicators/indicator-definitions.ts';
import { questionnaire } from './questionnaire.ts';
import { practiceQuestionnaire, practiceVisitForm } from './practice-forms.ts';
import { shortForm } from './short-form.ts';
import { visitForm } from './visit-form.ts';

describe.each([
  ['22-item questionnaire', questionnaire, 22],
  ['short form', shortForm, 8],
])('the %s', (_, definition, items) => {
  const compiled = compile(definition, 'questionnaire');

  test('passes every check without so much as a warning: both languages, a way to say "I do not know"', () => {
    expect(check(definition, { kind: 'questionnaire' })).toEqual([]);
  });

  test(`has ${items} items mapped to indicators, each counted as is canonical`, () => {
    const definitions = itemDefinitions(compiled, 'hash');
    expect(definitions).toHaveLength(items);
    expect(
      check(definition, { kind: 'questionnaire' }).filter(({ code }) => code === 'countsNotUsual'),
    ).toEqual([]);
  });

  test('opens with the four headline items, asked of everyone, awareness first', () => {
    expect(indicatorDefinitions(compiled, 'hash').map(({ indicator, item }) => [indicator, item])).toEqual([
      ['awareness', 'knowsCampaign'],
      ['satisfaction', 'overallSatisfaction'],
      ['participation', 'takesPart'],
      ['support', 'supportsEffort'],
    ]);
    expect(
      compiled.questions.slice(0, 4).every((q) => q.kind === 'single' && q.headline && q.visibleIf === null),
    ).toBe(true);
  });

  test('ends with what should be put right first and the wish to be contacted, which nobody has to answer', () => {
    const [topicsToFix, otherTopic, wantsContact] = compiled.questions.slice(-3);
    expect(topicsToFix).toMatchObject({
      kind: 'multiple',
      shareTopics: true,
      codes: topics,
      required: false,
    });
    expect(otherTopic?.visibleIf).toEqual({ op: 'contains', question: 'topicsToFix', value: 'other' });
    expect(wantsContact).toMatchObject({ kind: 'boolean', asksContact: true, required: false });
  });

  test('has at most three questions to a page', () => {
    for (const page of definition.pages) expect(page.elements.length).toBeLessThanOrEqual(3);
  });
});

test('both questionnaires measure the indicators by the same formulas, so that their trends join', () => {
  const formulas = [questionnaire, shortForm].map((definition) =>
    indicatorDefinitions(compile(definition, 'questionnaire'), 'hash').map(({ formulaId }) => formulaId),
  );
  expect(formulas[0]).toEqual(formulas[1]);
});

test('the visit form passes every check and has a place for topics, but none for an indicator', () => {
  expect(check(visitForm, { kind: 'visitForm' })).toEqual([]);
  const compiled = compile(visitForm, 'visitForm');
  expect(compiled.questions.map(({ name }) => name)).toEqual([
    'purposeTold',
    'materials',
    'topicsToPassOn',
    'note',
  ]);
  expect(itemDefinitions(compiled, 'hash')).toEqual([]);
});

describe('the forms of practice', () => {
  test('pass every check but that they measure nothing', () => {
    const findings = check(practiceQuestionnaire, { kind: 'questionnaire' });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['nothingMeasured']));
    expect(check(practiceVisitForm, { kind: 'visitForm' })).toEqual([]);
  });

  test('share no question with the real questionnaires, whose names are looked for on tablets', () => {
    const names = (definition: Definition) => compileQuestions(definition).map(({ name }) => name);
    const real = new Set([...names(questionnaire), ...names(shortForm)]);
    expect(names(practiceQuestionnaire).filter((name) => real.has(name))).toEqual([]);
  });
});
