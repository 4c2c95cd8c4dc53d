import { describe, expect, test } from 'vitest';
import { shortForm } from '../forms/short-form.ts';
import { foundInQuestionnaire } from '../testing/findings.ts';
import { ask, formOf, single } from '../testing/forms.ts';
import { check } from './check.ts';

describe('wording', () => {
  test('Chinese is required, English is missed', () => {
    const found = (title: unknown) =>
      check(formOf(ask('comment', 'note', { title })), { kind: 'visitForm' }).map(({ code, severity }) => [
        code,
        severity,
      ]);
    expect(found('备注')).toEqual([['translationMissing', 'warning']]);
    expect(found({ default: '备注' })).toEqual([['translationMissing', 'warning']]);
    expect(found({ default: 'Note', 'zh-cn': '备注' })).toEqual([]);
    expect(found({ 'zh-cn': '备注', en: 'Note' })).toEqual([]);
    expect(found({ en: 'Note' })).toEqual([['textMissing', 'error']]);
  });

  test('a question without a way to say "I do not know" is remarked on', () => {
    const definition = {
      ...shortForm,
      pages: [...shortForm.pages, { name: 'more', elements: [single('who', ['alone', 'family'])] }],
    };
    expect(foundInQuestionnaire(definition)).toEqual([['noDontKnow', 'warning']]);
  });

  test('the best answer first in every item is remarked on', () => {
    const definition = structuredClone(shortForm);
    for (const page of definition.pages) {
      for (const element of page.elements) {
        if (element.type === 'radiogroup' && element.choices[0]?.counts !== 'favourable')
          element.choices.reverse();
        if (element.type === 'radiogroup')
          element.choices.sort(
            (a, b) => Number(b.counts === 'favourable') - Number(a.counts === 'favourable'),
          );
      }
    }
    expect(foundInQuestionnaire(definition)).toEqual([['bestAlwaysFirst', 'warning']]);
  });
});
