import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { checkDefinition } from '../check/check.ts';
import { readDraft } from '../check/structure.ts';
import { readXlsform } from './read.ts';
import { codesIn, only, questions, read, survey } from './sheets.testing.ts';

describe('types', () => {
  test.each([
    ['select_one yes_no', {}, { type: 'radiogroup', choices: [{ value: 'yes' }, { value: 'no' }] }],
    ['select_one yes_no', { appearance: 'minimal' }, { type: 'dropdown' }],
    ['select one yes_no', {}, { type: 'radiogroup' }],
    ['select_multiple yes_no', {}, { type: 'checkbox' }],
    ['text', {}, { type: 'text', inputType: 'text' }],
    ['text', { appearance: 'multiline' }, { type: 'comment' }],
    ['text', { appearance: 'numbers' }, { type: 'text', inputType: 'tel' }],
    ['integer', {}, { type: 'text', inputType: 'number' }],
    ['date', {}, { type: 'text', inputType: 'date' }],
    ['range', { parameters: 'start=0 end=10 step=1' }, { type: 'rating', rateMin: 0, rateMax: 10 }],
    ['range', { parameters: 'start=0 end=100 step=5' }, { inputType: 'number', min: 0, max: 100 }],
    ['acknowledge', {}, { type: 'boolean' }],
    ['integer', { required: 'yes' }, { isRequired: true }],
    ['integer', { required: 'TRUE' }, { isRequired: true }],
  ])('%s %o', (type, more, expected) => {
    expect(only(read(survey([type, 'one', more])))).toMatchObject(expected);
  });

  test.each([
    ['geopoint', 'typeLeftOut'],
    ['rank yes_no', 'typeLeftOut'],
    ['image', 'typeLeftOut'],
    ['calculate', 'typeLeftOut'],
    ['deviceid', 'metadataLeftOut'],
    ['start', 'metadataLeftOut'],
    ['select_one nowhere', 'listMissing'],
  ])('%s has no equivalent and is told', (type, code) => {
    const result = read(survey([type, 'gone'], ['text', 'stays']));
    expect(questions(result).map(({ name }) => name)).toEqual(['stays']);
    expect(codesIn(result)).toEqual([`${code} gone`]);
  });

  test('or_other adds a choice and asks what it was', () => {
    const [one, what] = questions(read(survey(['select_one yes_no or_other', 'why'])));
    expect(one).toMatchObject({ choices: [{}, {}, { value: 'other' }] });
    expect(what).toMatchObject({ type: 'text', name: 'whyOther', visibleIf: "{why} = 'other'" });
  });
});

describe('conditions', () => {
  const before: [string, string][] = [
    ['select_one yes_no', 'first'],
    ['select_multiple yes_no', 'several'],
    ['integer', 'age'],
    ['text', 'words'],
    ['acknowledge', 'agreed'],
    ['geopoint', 'place'],
  ];
  test.each([
    ["${first} = 'yes'", "{first} = 'yes'"],
    ["'yes' = ${first}", "{first} = 'yes'"],
    ["${first} != 'yes'", "{first} <> 'yes'"],
    ["selected(${several}, 'no')", "{several} contains 'no'"],
    ['selected(${first}, "no")', "{first} = 'no'"],
    ["not(selected(${several}, 'no')) and ${age} >= 18", "!({several} contains 'no') and {age} >= 18"],
    ["${age} < 18 or (${age} > 60 and ${first} = 'no')", "{age} < 18 or ({age} > 60 and {first} = 'no')"],
    ['18 <= ${age}', '{age} >= 18'],
    ["${words} != ''", '{words} notempty'],
    ["${age} = ''", '{age} empty'],
    ['count-selected(${several}) > 0', '{several} notempty'],
    ["${agreed} = 'OK'", '{agreed} = true'],
  ])('%s', (relevant, expected) => {
    const result = read(survey(...before, ['text', 'last', { relevant }]));
    expect(must(questions(result).at(-1), 'the last').visibleIf).toBe(expected);
    expect(
      checkDefinition(result.definition, { kind: 'visitForm' }).findings.filter(
        (one) => one.severity === 'error',
      ),
    ).toEqual([]);
  });

  test.each([
    "${place} != ''",
    "${later} = 'yes'",
    '${age} + 1 > 5',
    "${first} = 'maybe'",
    "${words} = 'something'",
    'count-selected(${several}) > 1',
    '${age} >',
    'true()',
  ])('%s is left out and told', (relevant) => {
    const result = read(survey(...before, ['text', 'last', { relevant }], ['select_one yes_no', 'later']));
    expect(questions(result).find(({ name }) => name === 'last')).not.toHaveProperty('visibleIf');
    expect(result.notes).toContainEqual({
      code: 'relevantLeftOut',
      sheet: 'survey',
      row: 8,
      about: 'last',
      detail: relevant,
    });
  });
});

describe('constraints', () => {
  test.each([
    ['integer', '. >= 0 and . <= 120', { min: 0, max: 120 }],
    ['integer', '. > 0 and . < 120', { min: 1, max: 119 }],
    ['decimal', '. <= 2.5', { max: 2.5 }],
    ['date', ". >= date('2026-01-31')", { min: '2026-01-31' }],
    ['text', 'string-length(.) <= 30', { maxLength: 30 }],
    ['text', "regex(., '[0-9]{6}')", { validators: [{ type: 'regex', regex: '^[0-9]{6}$' }] }],
    ['select_multiple yes_no', 'count-selected(.) <= 1', { maxSelectedChoices: 1 }],
    [
      'select_multiple yes_no',
      "not(selected(., 'no') and count-selected(.) > 1)",
      { choices: [{ value: 'yes' }, { value: 'no', isExclusive: true }] },
    ],
  ])('%s %s', (type, constraint, expected) => {
    const result = read(survey([type, 'one', { constraint }]));
    expect(result.notes).toEqual([]);
    expect(only(result)).toMatchObject(expected);
  });

  test.each([
    ['decimal', '. > 2.5'],
    ['integer', '. != 13'],
    ['integer', '. >= 0 or . = -1'],
    ['integer', '. <= ${other}'],
    ['date', '. <= today()'],
    ['text', "regex(., '(a+)+')"],
    ['select_one yes_no', ". = 'yes'"],
    ['integer', '. > 1 and . > 2'],
  ])('%s %s is left out and told', (type, constraint) => {
    expect(codesIn(read(survey([type, 'one', { constraint }])))).toEqual(['constraintLeftOut one']);
  });
});

test('whatever the sheets hold, what comes out can be gone on with in the editor', () => {
  const words = ['', 'yes', '1', 'a b', '题', '${q}', '{', 'x'.repeat(1200), "${one} = 'yes'", '. > 5'];
  const types = [
    'text',
    'integer',
    'select_one l',
    'select_multiple l or_other',
    'note',
    'range',
    'begin_group',
    'end_group',
    'begin_repeat',
    'end_repeat',
    'begin group',
    '',
  ];
  const cell = fc.constantFrom(...words);
  const rows = fc.array(fc.tuple(fc.constantFrom(...types), cell, cell, cell, cell, cell, cell), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (items, listed) => {
      const { definition } = readXlsform({
        survey: [['type', 'name', 'label', 'hint', 'relevant', 'constraint', 'parameters'], ...items],
        choices: [['list_name', 'name', 'label'], ...listed.map(([name, label]) => ['l', name, label])],
        settings: [],
      });
      expect(readDraft(definition)).not.toBeNull();
    }),
  );
});
