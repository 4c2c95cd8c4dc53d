import { describe, expect, test } from 'vitest';
import { questionnaire } from '../forms/questionnaire.ts';
import { at, foundIn, foundInQuestionnaire, withFirst } from '../testing/findings.ts';
import { ask, both, formOf, single } from '../testing/forms.ts';

describe('indicators', () => {
  const known = [
    { value: 'know', text: both('知道'), counts: 'favourable' },
    { value: 'unsure', text: both('说不清'), counts: 'unfavourable' },
  ];

  test('each has exactly one headline item', () => {
    expect(foundInQuestionnaire(withFirst({ headline: false }))).toEqual([['headlineMissing', 'error']]);
    expect(foundInQuestionnaire(formOf(ask('comment', 'note')))).toEqual([['nothingMeasured', 'error']]);
    const twice = structuredClone(questionnaire);
    for (const element of twice.pages[2]?.elements ?? []) {
      if (element.type === 'radiogroup' && element.name === 'readHandbook') element.headline = true;
    }
    expect(foundInQuestionnaire(twice)).toEqual([['headlineTwice', 'error']]);
  });

  test.each([
    ['a headline item under a condition', { visibleIf: '{x} empty' }, 'headlineConditional'],
    [
      'a choice that does not say how it counts',
      { choices: [...known, { value: 'dontKnow', text: both('不') }] },
      'countsMissing',
    ],
    [
      'choices none of which is favourable',
      { choices: known.map((c) => ({ ...c, counts: 'unfavourable' })) },
      'noFavourable',
    ],
    [
      'a code of no indicator',
      { choices: [...known, { value: 'aware', text: both('懂'), counts: 'favourable' }] },
      'codeNotCanonical',
    ],
    [
      'counting without an indicator',
      { indicator: undefined, headline: undefined },
      'countsWithoutIndicator',
    ],
    ['a headline item without an indicator', { indicator: undefined }, 'headlineWithoutIndicator'],
  ])('refuse %s', (_, change, code) => {
    expect(foundInQuestionnaire(withFirst(change))).toContainEqual([code, 'error']);
  });

  test('never count "fair" as favourable', () => {
    const choices = [
      { value: 'satisfied', text: both('好'), counts: 'favourable' },
      { value: 'fair', text: both('一般'), counts: 'favourable' },
      { value: 'cannotSay', text: both('说不清'), counts: 'excluded' },
    ];
    expect(foundInQuestionnaire(withFirst({ indicator: 'satisfaction', choices }))).toContainEqual([
      'fairIsFavourable',
      'error',
    ]);
  });

  test('may count otherwise than is usual, and whoever publishes is told', () => {
    const choices = [...known, { value: 'heardOf', text: both('听说过'), counts: 'favourable' }];
    expect(foundInQuestionnaire(withFirst({ choices }))).toEqual([['countsNotUsual', 'warning']]);
  });

  test('have no place in a visit form', () => {
    const codes = { indicator: 'awareness', headline: true, choices: known };
    expect(foundIn(single('who', [], codes))).toEqual([[`${at}.indicator`, 'indicatorInVisitForm']]);
  });
});
