import { expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { check } from '../check/check.ts';
import { definitionSchema } from '../definition/definition.schema.ts';
import type { Definition, Question } from '../definition/definition.schema.ts';
import { questionsOf } from '../definition/walk.ts';
import { headlinePages } from '../forms/headline.pages.ts';
import { text } from '../forms/item.ts';
import { itemBank } from './item-bank.ts';
import { newestOf } from './origin.ts';
import { searched } from './search.ts';

const wordings = itemBank.flatMap(({ key, versions }) =>
  versions.map((version, index) => ({ at: `${key}@${index + 1}`, question: version.question })),
);

/** A form that asks one item after the headline items, without which there are no rates. */
function formWith(question: Question): Definition {
  const headlines = headlinePages.flatMap(({ elements }) => elements);
  const isThere = headlines.some(({ name }) => name === question.name);
  const page = { name: 'bankPage', elements: [question] };
  return { title: text(['表', 'Form']), pages: isThere ? [...headlinePages] : [...headlinePages, page] };
}

test.each(wordings)('$at passes every check without so much as a warning', ({ question }) => {
  const form = formWith(question);
  expect(check(form, { kind: 'questionnaire' })).toEqual([]);
  expect(questionsOf(form).some((placed) => placed.question === question)).toBe(true);
});

test('all items together are sound but for the length', () => {
  const pages = itemBank.map((item, index) => ({ name: `bankPage${index}`, elements: [newestOf(item)] }));
  const [first, ...rest] = pages.toSorted((one, other) => headlineFirst(one) - headlineFirst(other));
  const form = { title: text(['表', 'Form']), pages: [must(first, 'page'), ...rest] };
  expect(definitionSchema.safeParse(form).success).toBe(true);
  expect(check(form, { kind: 'questionnaire' }).filter(({ code }) => code !== 'formTooLong')).toEqual([]);
});

const headlineFirst = ({ elements }: { elements: readonly Question[] }): number =>
  elements.some((question) => 'headline' in question && question.headline) ? 0 : 1;

test('has every topic of the published surveys, each with a stable key', () => {
  const keys = itemBank.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(itemBank.length).toBeGreaterThanOrEqual(24);
  for (const { key, versions } of itemBank) {
    expect(versions.every(({ question }) => question.name === key)).toBe(true);
    expect(versions.every(({ question }) => question.visibleIf === undefined)).toBe(true);
  }
});

test('two wordings of an item differ, and a wording that forms may have taken never changes', () => {
  const stairwell = must(
    itemBank.find(({ key }) => key === 'clearStairwell'),
    'item',
  );
  expect(stairwell.versions.map(({ question }) => question.title)).toEqual([
    text([
      '您对楼道的畅通情况满意吗（例如不堆杂物、不拉线充电）？',
      'How satisfied are you that your stairwell is kept clear (for instance of clutter and of charging cables)?',
    ]),
    text([
      '您对楼道的畅通情况满意吗（例如不堆杂物）？',
      'How satisfied are you that your stairwell is kept clear (for instance of clutter)?',
    ]),
  ]);
});

test('is searched by Chinese words, by first letters, in English, by indicator and by subject', () => {
  const keys = (words: string, more: object = {}) =>
    searched(itemBank, { words, indicator: null, subject: null, ...more }).map(({ key }) => key);
  expect(keys('停车')).toContain('parkingOrder');
  expect(keys('tczx')).toEqual(['parkingOrder']);
  expect(keys('DOGS')).toEqual(['dogKeeping']);
  expect(keys('', { indicator: 'support' })).toEqual(['supportsEffort', 'wouldRecommend']);
  expect(keys('', { subject: 'wishes' })).toEqual(['topicsToFix', 'inOwnWords', 'wantsContact']);
  expect(keys('满意 楼道', { indicator: 'support' })).toEqual([]);
  expect(keys('  ')).toHaveLength(itemBank.length);
});
