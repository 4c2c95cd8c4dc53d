import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { codebook } from '../codebook/codebook.ts';
import { readDraft } from '../check/structure.ts';
import type { Definition } from '../definition/definition.schema.ts';
import { questionsOf } from '../definition/walk.ts';
import { changesBetween } from '../diff/diff.ts';
import { record, startHistory, undo } from '../edit/history.ts';
import { asKind } from '../edit/items.ts';
import { duplicate, remove } from '../edit/parts.ts';
import { isQuestion, partAt, placesOf } from '../edit/place.ts';
import { replace } from '../edit/replace.ts';
import { shortForm } from '../forms/short-form.ts';
import { createModel } from '../survey/model.ts';
import { readXlsform } from '../xlsform/read.ts';
import { writeXlsform } from '../xlsform/write.ts';
import { itemBank } from './item-bank.ts';
import { newestOf, originOf } from './origin.ts';
import { askedAlready, insertFromBank, newerOf, takeNewer } from './use.ts';

const itemOf = (key: string) =>
  must(
    itemBank.find((item) => item.key === key),
    key,
  );
const empty: Definition = { title: { default: '表' }, pages: [{ name: 'first', elements: [] }] };
const namesOf = (form: Definition) => questionsOf(form).map(({ question }) => question.name);

/** A form that asks the stairwell item as the bank had it first, with a place in the form of its own. */
function withOldWording(): Definition {
  const item = itemOf('clearStairwell');
  const question = { ...item.versions[0].question, bank: 'clearStairwell@1', name: 'stairs' };
  const asked = { ...question, visibleIf: "{cleanliness} = 'satisfied'", isRequired: false };
  return { ...empty, pages: [{ name: 'first', elements: [newestOf(itemOf('cleanliness')), asked] }] };
}

describe('adding an item', () => {
  test('puts it at the place, by its usual name, with where it is from', () => {
    const { definition, place } = insertFromBank(shortForm, itemOf('trafficOrder'), [2, 1]);
    expect(partAt(definition, place)).toEqual(newestOf(itemOf('trafficOrder')));
    expect(partAt(definition, [2, 1])).toMatchObject({ name: 'trafficOrder', bank: 'trafficOrder@1' });
  });

  test('does not ask twice what the form asks already, by name or from the bank', () => {
    expect(insertFromBank(shortForm, itemOf('cleanliness'), [0, 0]).definition).toBe(shortForm);
    expect(askedAlready(withOldWording(), itemOf('clearStairwell'))?.name).toBe('stairs');
  });

  test('takes another name where a page has it', () => {
    const form = { ...empty, pages: [{ name: 'trafficOrder', elements: [] }] };
    expect(namesOf(insertFromBank(form, itemOf('trafficOrder'), [0, 0]).definition)).toEqual([
      'trafficOrder1',
    ]);
  });

  test('leaves the rate to the headline item there is, and the wish to be contacted to the one there is', () => {
    const renamed = replace(shortForm, [0, 0], { ...must(partAt(shortForm, [0, 0]), 'item'), name: 'known' });
    const headline = insertFromBank(renamed, itemOf('knowsCampaign'), [0, 1]);
    expect(partAt(headline.definition, headline.place)).not.toHaveProperty('headline');
    const first = insertFromBank(empty, itemOf('knowsCampaign'), [0, 0]);
    expect(partAt(first.definition, first.place)).toHaveProperty('headline', true);
  });

  test('a whole bank of items in any order and place: names told apart, and undone exactly', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        let history = startHistory(draw(fc.constantFrom, shortForm, empty, withOldWording()));
        const start = history.present;
        for (const item of draw(fc.shuffledSubarray, [...itemBank])) {
          const place = draw(fc.constantFrom, ...placesOf(history.present), []);
          const before = questionsOf(history.present).map(({ question }) => question);
          const { definition } = insertFromBank(history.present, item, place);
          const after = questionsOf(definition).map(({ question }) => question);
          expect(after).toEqual(expect.arrayContaining(before));
          expect(readDraft(definition)).toEqual(definition);
          history = record(history, takeNewer(definition, place, itemBank).definition);
          const names = placesOf(history.present).map((at) =>
            partAt(history.present, at)?.name.toLowerCase(),
          );
          expect(new Set(names).size).toBe(names.length);
        }
        while (history.past.length > 0) history = undo(history);
        expect(history.present).toBe(start);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a newer wording', () => {
  test('is told with what it changes, and nothing is changed by telling', () => {
    const form = withOldWording();
    const question = must(questionsOf(form)[1], 'question').question;
    const newer = must(newerOf(question, itemBank), 'newer wording');
    expect([newer.from, newer.to]).toEqual([1, 2]);
    expect(newer.changes.map(({ code, breaking }) => [code, breaking])).toEqual([['wording', false]]);
  });

  test('is taken with the name, condition and duty to answer that the form gave it', () => {
    const form = withOldWording();
    const { definition, place } = takeNewer(form, [0, 1], itemBank);
    const taken = partAt(definition, place);
    expect(taken).toMatchObject({
      name: 'stairs',
      visibleIf: "{cleanliness} = 'satisfied'",
      isRequired: false,
      bank: 'clearStairwell@2',
      title: newestOf(itemOf('clearStairwell')).title,
    });
    expect(takeNewer(definition, place, itemBank).definition).toBe(definition);
    expect(changesBetween(form, definition).map(({ code }) => code)).toEqual(['wording', 'bank']);
  });

  test('is never offered for an item of the form’s own, nor for one the bank does not know', () => {
    const own = must(itemOf('clearStairwell').versions[0], 'version').question;
    expect(newerOf(own, itemBank)).toBeNull();
    expect(newerOf({ ...own, bank: 'clearStairwell@7' }, itemBank)).toBeNull();
    expect(newerOf({ ...own, bank: 'unknownHere@1' }, itemBank)).toBeNull();
  });
});

describe('where an item is from', () => {
  const { definition } = insertFromBank(empty, itemOf('dogKeeping'), [0, 0]);

  test('is in the codebook and comes back from SurveyJS and from an XLSForm', () => {
    expect(codebook(definition)[0]?.bank).toBe('dogKeeping@1');
    const single = insertFromBank(shortForm, itemOf('dogKeeping'), [0, 0]).definition;
    const { model } = createModel(single, { locale: 'zh-CN' });
    expect(model.getQuestionByName('dogKeeping')?.toJSON()).toMatchObject({ bank: 'dogKeeping@1' });
    const { sheets } = writeXlsform(definition, { formId: 'form', version: '1' });
    const [placed] = questionsOf(readXlsform(sheets).definition);
    expect(placed?.question).toMatchObject({ name: 'dogKeeping', bank: 'dogKeeping@1' });
  });

  test('is lost by a copy and by an item of another kind, which are no longer the bank’s item', () => {
    const copied = duplicate(definition, [0, 0]);
    expect(partAt(copied.definition, copied.place)).not.toHaveProperty('bank');
    const left = remove(copied.definition, copied.place).definition;
    expect(left).toEqual(definition);
    const question = partAt(definition, [0, 0]);
    expect(isQuestion(question) && originOf(asKind(question, 'rating'))).toBeNull();
  });
});
