import { describe, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { check } from '../check/check.ts';
import type { FindingCode } from '../check/finding.ts';
import type { DefinitionKind } from '../definition/kinds.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { withFirst } from '../testing/findings.ts';
import { ask, both, compiledFormOf, formOf, multiple, options, single } from '../testing/forms.ts';
import { fixed } from './fix.ts';

const know = { value: 'know', text: both('知道'), counts: 'favourable' };
const unsure = { value: 'unsure', text: both('说不清'), counts: 'unfavourable' };
const visitForm = 'visitForm' as const;

/** The short form with its last pages first, and with every scale turned round. */
const detailsFirst = { ...questionnaire, pages: questionnaire.pages.toReversed() };
const bestFirst = structuredClone(shortForm);
for (const element of bestFirst.pages.flatMap((page) => page.elements)) {
  if (element.type !== 'radiogroup') continue;
  element.choices.sort((one, other) => rank(one.counts) - rank(other.counts));
}
function rank(counts: string | undefined): number {
  return counts === 'favourable' ? 0 : 1;
}

test.each<[code: FindingCode, form: unknown, kind: DefinitionKind]>([
  ['forbiddenProperty', formOf(ask('comment', 'a', { defaultValue: 'x' })), visitForm],
  ['unknownProperty', { ...formOf(ask('comment', 'a')), colour: 'red' }, visitForm],
  ['wrongValue', formOf(ask('comment', 'a', { maxLength: -1 })), visitForm],
  ['unsafePattern', formOf(ask('text', 'a', { validators: [{ type: 'regex', regex: '(a+)+' }] })), visitForm],
  [
    'pipedText',
    formOf(ask('comment', 'a'), ask('comment', 'b', { title: both('您说{a}，为什么？') })),
    visitForm,
  ],
  ['nameTwice', formOf(ask('comment', 'aB'), ask('rating', 'ab')), visitForm],
  ['nameReserved', formOf(ask('comment', 'item')), visitForm],
  ['nameReserved', formOf(single('a', ['yes', 'null'])), visitForm],
  ['codeTwice', formOf(single('a', ['yes', 'no', 'yEs'])), visitForm],
  ['limitsCrossed', formOf(ask('text', 'a', { inputType: 'number', min: 9, max: 1 })), visitForm],
  ['limitsCrossed', formOf(ask('rating', 'a', { rateMin: 7 })), visitForm],
  ['limitsCrossed', formOf(multiple('a', ['lift'], { minSelectedChoices: 3 })), visitForm],
  ['conditionSyntax', formOf(ask('comment', 'a', { visibleIf: '{b' })), visitForm],
  ['conditionUnknownQuestion', formOf(ask('comment', 'a', { visibleIf: '{b} notempty' })), visitForm],
  [
    'conditionNeverHolds',
    formOf(ask('rating', 'a'), ask('comment', 'b', { visibleIf: '{a} > 5' })),
    visitForm,
  ],
  [
    'indicatorInVisitForm',
    formOf(single('a', [], { indicator: 'awareness', choices: [know, unsure] })),
    visitForm,
  ],
  ['headlineMissing', withFirst({ headline: undefined }), 'questionnaire'],
  [
    'headlineWithoutIndicator',
    withFirst({ indicator: undefined, choices: options('a', 'unsure') }),
    'questionnaire',
  ],
  ['headlineConditional', withFirst({ visibleIf: '{takesPart} notempty' }), 'questionnaire'],
  ['countsMissing', withFirst({ choices: [know, { ...unsure, counts: undefined }] }), 'questionnaire'],
  ['countsWithoutIndicator', withFirst({ indicator: undefined, headline: undefined }), 'questionnaire'],
  ['countsNotUsual', withFirst({ choices: [know, { ...unsure, counts: 'excluded' }] }), 'questionnaire'],
  [
    'fairIsFavourable',
    withFirst({
      indicator: 'satisfaction',
      choices: [
        { value: 'fair', text: both('一般'), counts: 'favourable' },
        { ...unsure, value: 'cannotSay' },
      ],
    }),
    'questionnaire',
  ],
  [
    'noDontKnow',
    withFirst({ choices: [know, { ...know, value: 'heardOf', counts: 'unfavourable' }] }),
    'questionnaire',
  ],
  ['bestAlwaysFirst', bestFirst, 'questionnaire'],
  ['overallAfterDetails', detailsFirst, 'questionnaire'],
  ['contactRequired', formOf(ask('boolean', 'a', { asksContact: true, isRequired: true })), visitForm],
  [
    'asksContactTwice',
    formOf(ask('boolean', 'a', { asksContact: true }), ask('boolean', 'b', { asksContact: true })),
    visitForm,
  ],
])('%s is mended by what is offered', (code, form, kind) => {
  const found = (value: unknown) => check(value, { kind }).find((finding) => finding.code === code);
  expect(found(form)).toBeDefined();
  // One after the other, as an author would: each is looked for anew.
  let mended: unknown = form;
  for (let count = 0; count < 10; count += 1) {
    const finding = found(mended);
    if (finding === undefined) return;
    mended = must(fixed(mended, finding), 'a mend');
  }
  expect(found(mended)).toBeUndefined();
});

describe('nothing is offered where only the author can know', () => {
  test.each<[code: FindingCode, form: unknown]>([
    ['textMissing', formOf(ask('comment', 'a', { title: { default: '' } }))],
    ['translationMissing', formOf(ask('comment', 'a', { title: '一' }))],
    ['forbiddenElement', formOf({ type: 'html', name: 'a' })],
  ])('%s', (code, form) => {
    const finding = must(
      check(form, { kind: visitForm }).find((one) => one.code === code),
      code,
    );
    expect(fixed(form, finding)).toBeNull();
  });
});

test('an item of another kind than in the version before gets another name', () => {
  const form = formOf(ask('comment', 'a'));
  const previous = compiledFormOf(ask('rating', 'a'));
  const [finding] = check(form, { kind: visitForm, previous });
  expect(finding?.code).toBe('kindChanged');
  expect(check(fixed(form, must(finding, 'finding')), { kind: visitForm, previous })).toEqual([]);
});
