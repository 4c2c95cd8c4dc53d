import { describe, expect, test } from 'vitest';
import { ask, compiledFormOf, multiple, options, single } from '../testing/forms.ts';
import { validateAnswers } from './validate.ts';

const form = compiledFormOf(
  single('lives', ['alone', 'family'], { isRequired: true }),
  multiple('topics', ['lift', 'noise'], { maxSelectedChoices: 1 }),
  ask('text', 'room', { maxLength: 4, validators: [{ type: 'regex', regex: String.raw`^\d{3,4}$` }] }),
  ask('text', 'people', {
    inputType: 'number',
    min: 1,
    max: 20,
    visibleIf: "{lives} = 'family'",
    isRequired: true,
  }),
  ask('text', 'since', { inputType: 'date', min: '2000-01-01', max: '2030-12-31' }),
  ask('rating', 'stars'),
  ask('boolean', 'agrees'),
  ask('matrix', 'grid', {
    rows: options('day', 'night'),
    columns: options('good', 'bad'),
    eachRowRequired: true,
  }),
  ask('comment', 'note'),
  {
    ...multiple('materials', []),
    choices: [...options('card', 'notice', 'book'), { ...options('nothing')[0], isExclusive: true }],
  },
);

const counted = compiledFormOf({
  ...multiple('materials', [], { minSelectedChoices: 2 }),
  choices: [...options('card', 'notice', 'book'), { ...options('nothing')[0], isExclusive: true }],
});

function problemsOf(answers: unknown, complete = false): unknown[] {
  const validation = validateAnswers(form, answers, { complete });
  return validation.ok ? [] : validation.problems;
}

describe('answers that fit are accepted as they were sent', () => {
  test('every kind of answer, with the questions that were shown', () => {
    const answers = {
      lives: 'family',
      topics: ['lift'],
      room: '1203',
      people: 3,
      since: '2024-02-29',
      stars: 5,
      agrees: false,
      grid: { day: 'good', night: 'bad' },
      note: '好',
      materials: ['card', 'book'],
    };
    expect(validateAnswers(form, answers, { complete: true })).toEqual({
      ok: true,
      answers,
      visible: form.questions.map((question) => question.name),
    });
  });

  test('a question that is not shown is neither required nor listed', () => {
    const answers = { lives: 'alone', grid: { day: 'good', night: 'good' } };
    const validation = validateAnswers(form, answers, { complete: true });
    expect(validation).toMatchObject({ ok: true });
    expect(validation.ok && validation.visible).not.toContain('people');
  });

  test('a draft may lack required answers, fewer rows and fewer choices', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ grid: { day: 'good' } })).toEqual([]);
    expect(validateAnswers(counted, { materials: ['card'] }, { complete: false }).ok).toBe(true);
  });

  test('a choice that stands alone satisfies a minimum', () => {
    expect(validateAnswers(counted, { materials: ['nothing'] }, { complete: true }).ok).toBe(true);
  });
});

describe('answers that do not fit are refused with a typed problem', () => {
  test.each([
    ['an unknown question', { phone: '1' }, { code: 'unknownQuestion', question: 'phone' }],
    ['an unknown key that is no name is not repeated', { '张三 138': 1 }, { code: 'unknownQuestion' }],
    [
      'a key that JavaScript treats apart',
      JSON.parse('{"__proto__":{"lives":"alone"}}'),
      { code: 'unknownQuestion' },
    ],
    ['a number where a code belongs', { lives: 1 }, { code: 'wrongType', question: 'lives' }],
    ['a list where one code belongs', { lives: ['alone'] }, { code: 'wrongType', question: 'lives' }],
    ['null', { lives: null }, { code: 'wrongType', question: 'lives' }],
    ['a code outside the choices', { lives: 'ship' }, { code: 'notAChoice', question: 'lives' }],
    ['a code in other letters', { lives: 'Alone' }, { code: 'notAChoice', question: 'lives' }],
    ['one code where a list belongs', { topics: 'lift' }, { code: 'wrongType', question: 'topics' }],
    ['an empty list', { topics: [] }, { code: 'emptyAnswer', question: 'topics' }],
    [
      'too many choices',
      { topics: ['lift', 'noise'] },
      { code: 'tooManyChoices', question: 'topics', limit: 1 },
    ],
    [
      'more choices than there are',
      { topics: ['lift', 'noise', 'lift'] },
      { code: 'tooManyChoices', question: 'topics', limit: 2 },
    ],
    ['a choice twice', { materials: ['card', 'card'] }, { code: 'repeatedChoice', question: 'materials' }],
    [
      'a choice beside one that stands alone',
      { materials: ['nothing', 'card'] },
      { code: 'exclusiveChoice', question: 'materials' },
    ],
    [
      'a list with something else in it',
      { materials: ['card', 1] },
      { code: 'wrongType', question: 'materials' },
    ],
    [
      'a text where a number belongs',
      { lives: 'family', people: '3' },
      { code: 'wrongType', question: 'people' },
    ],
    ['infinity', JSON.parse('{"people":1e999}'), { code: 'wrongType', question: 'people' }],
    ['a number below the limit', { people: 0 }, { code: 'outOfRange', question: 'people', limit: 1 }],
    ['a number above the limit', { people: 21 }, { code: 'outOfRange', question: 'people', limit: 20 }],
    ['a day that does not exist', { since: '2026-02-30' }, { code: 'wrongType', question: 'since' }],
    [
      'a day before the limit',
      { since: '1999-12-31' },
      { code: 'outOfRange', question: 'since', limit: '2000-01-01' },
    ],
    ['half a star', { stars: 2.5 }, { code: 'notAChoice', question: 'stars' }],
    ['six stars of five', { stars: 6 }, { code: 'outOfRange', question: 'stars', limit: 5 }],
    ['a word for yes', { agrees: 'true' }, { code: 'wrongType', question: 'agrees' }],
    ['an unknown row', { grid: { dawn: 'good' } }, { code: 'notAChoice', question: 'grid' }],
    ['an unknown column', { grid: { day: 'fine' } }, { code: 'notAChoice', question: 'grid' }],
    ['a text too long', { room: '12345' }, { code: 'tooLong', question: 'room', limit: 4 }],
    [
      'a text too long without a limit of its own',
      { note: 'x'.repeat(2001) },
      { code: 'tooLong', question: 'note', limit: 2000 },
    ],
    ['a text of another form', { room: '12a' }, { code: 'wrongPattern', question: 'room' }],
    ['an empty text', { note: '' }, { code: 'emptyAnswer', question: 'note' }],
    [
      'a text with NUL, which the database cannot keep',
      { note: 'a\u0000' },
      { code: 'badText', question: 'note' },
    ],
    ['a text with half a character', { note: '\ud83d' }, { code: 'badText', question: 'note' }],
    [
      'an answer to a hidden question',
      { lives: 'alone', people: 2 },
      { code: 'hiddenQuestion', question: 'people' },
    ],
    [
      'an answer to a question hidden for want of an answer',
      { people: 2 },
      { code: 'hiddenQuestion', question: 'people' },
    ],
  ])('%s', (_, answers, problem) => {
    expect(problemsOf(answers)).toEqual([problem]);
  });

  test('what is missing, when the form is said to be complete', () => {
    expect(problemsOf({}, true)).toEqual([
      { code: 'requiredMissing', question: 'lives' },
      { code: 'requiredMissing', question: 'grid' },
    ]);
    expect(problemsOf({ lives: 'family', grid: { day: 'bad' } }, true)).toEqual([
      { code: 'requiredMissing', question: 'grid' },
    ]);
    expect(problemsOf({ lives: 'family', grid: { day: 'bad', night: 'bad' } }, true)).toEqual([
      { code: 'requiredMissing', question: 'people' },
    ]);
    expect(validateAnswers(counted, { materials: ['card'] }, { complete: true })).toEqual({
      ok: false,
      problems: [{ code: 'tooFewChoices', question: 'materials', limit: 2 }],
    });
  });

  test.each([[null], ['text'], [[]], [7]])('%j is not answers', (answers) => {
    expect(problemsOf(answers)).toEqual([{ code: 'notAnswers' }]);
  });

  test('all problems are told at once, and nonsense without end in a short list', () => {
    expect(problemsOf({ lives: 1, stars: 9 })).toHaveLength(2);
    const nonsense = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key${index}`, index]));
    expect(problemsOf(nonsense)).toHaveLength(50);
  });
});
