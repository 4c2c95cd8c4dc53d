import { describe, expect, test } from 'vitest';
import { readDraft } from '../check/structure.ts';
import { readXlsform } from './read.ts';
import { codesIn, header, only, questions, read, survey } from './sheets.testing.ts';

describe('groups', () => {
  test('groups are pages, groups in them panels, deeper ones are opened under their condition', () => {
    const result = read(
      survey(
        ['text', 'alone'],
        ['begin_group', 'page_one'],
        ['select_one yes_no', 'first'],
        ['begin group', 'inside'],
        ['text', 'second'],
        ['begin_group', 'deep', { relevant: "${first} = 'yes'" }],
        ['text', 'third', { relevant: "${second} != ''" }],
        ['end_group', ''],
        ['end group', ''],
        ['end_group', ''],
      ),
    );
    expect(result.definition.pages).toMatchObject([
      { name: 'page1', elements: [{ name: 'alone' }] },
      {
        name: 'pageOne',
        elements: [
          { name: 'first' },
          {
            type: 'panel',
            name: 'inside',
            elements: [
              { name: 'second' },
              { name: 'third', visibleIf: "({first} = 'yes') and ({second} notempty)" },
            ],
          },
        ],
      },
    ]);
    expect(codesIn(result)).toEqual(['groupOpened deep']);
  });

  test('a group shown as a table is one item with rows', () => {
    const result = read(
      survey(
        ['begin_group', 'services', { appearance: 'table-list' }],
        ['select_one yes_no', 'water_supply'],
        ['select_one yes_no', 'lift'],
        ['end_group', ''],
      ),
    );
    expect(only(result)).toMatchObject({
      type: 'matrix',
      name: 'services',
      rows: [{ value: 'waterSupply' }, { value: 'lift' }],
      columns: [{ value: 'yes' }, { value: 'no' }],
    });
  });

  test('a repeat is left out with everything in it', () => {
    const result = read(
      survey(
        ['begin_repeat', 'child'],
        ['text', 'a'],
        ['integer', 'b'],
        ['end_repeat', ''],
        ['text', 'stays'],
      ),
    );
    expect(questions(result).map(({ name }) => name)).toEqual(['stays']);
    expect(result.notes).toEqual([
      { code: 'repeatLeftOut', sheet: 'survey', row: 2, about: 'child', detail: '2' },
    ]);
  });

  test('a note is said before the item that follows it', () => {
    const result = read(
      survey(['note', 'hello'], ['text', 'one', { 'hint::Chinese (zh)': '提示' }], ['note', 'bye']),
    );
    expect(only(result)).toMatchObject({ description: { default: '题 hello 提示', en: 'Item hello' } });
    expect(codesIn(result)).toEqual(['textNoteMoved hello', 'textNoteLeftOut bye']);
  });
});

describe('names and languages', () => {
  test('names that mean something else here are others, and conditions follow them', () => {
    const choices = [
      ['list_name', 'name', 'label'],
      ['n', '1', '一'],
      ['n', '2', '二'],
    ];
    const result = read(
      survey(['select_one n', 'Q1_first-item'], ['text', 'length', { relevant: "${Q1_first-item} = '2'" }]),
      choices,
    );
    expect(questions(result)).toMatchObject([
      { name: 'q1FirstItem', choices: [{ value: 'c1' }, { value: 'c2' }] },
      { name: 'lengthx2', visibleIf: "{q1FirstItem} = 'c2'" },
    ]);
    expect(codesIn(result)).toEqual(['renamed Q1_first-item', 'renamed length', 'codesRenamed n']);
  });

  test('English alone is a draft that says what Chinese is still to be written; other languages are told', () => {
    const result = readXlsform({
      survey: [
        ['type', 'name', 'label', 'label::Français (fr)'],
        ['text', 'one', 'How old are you?', 'Quel âge ?'],
      ],
      choices: [],
      settings: [['form_title'], ['Household']],
    });
    expect(only(result).title).toEqual({ default: '', en: 'How old are you?' });
    expect(codesIn(result)).toEqual(['chineseMissing', 'languageLeftOut français (fr)']);
    expect(readDraft(result.definition)).not.toBeNull();
  });

  test('columns without a language are Chinese where Chinese stands in them, or where the form says so', () => {
    const sheet = [
      ['type', 'name', 'label'],
      ['text', 'one', '您的年龄？'],
    ];
    expect(only(read(sheet, [])).title).toEqual({ default: '您的年龄？' });
    const told = [['default_language'], ['Chinese (zh)']];
    expect(only(read([sheet[0] ?? [], ['text', 'one', '123']], [], told)).title).toEqual({ default: '123' });
  });

  test('quoted answers and markup are taken out of texts', () => {
    const result = read([header, ['text', 'one', '**您**说“${first}”，对吗？', '<b>You</b> said {x}?']]);
    expect(only(result).title).toEqual({ default: '您说“……”，对吗？', en: 'You said x?' });
  });
});
