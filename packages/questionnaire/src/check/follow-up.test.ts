import { describe, expect, test } from 'vitest';
import { at, foundIn } from '../testing/findings.ts';
import { ask, multiple } from '../testing/forms.ts';

describe('what others act on', () => {
  test('topics are those of the list, shared by one question', () => {
    expect(foundIn(multiple('m', ['lift', 'weather'], { shareTopics: true }))).toEqual([
      [`${at}.choices[1].value`, 'topicUnknown'],
    ]);
    const share = (name: string) => multiple(name, ['lift'], { shareTopics: true });
    expect(foundIn(share('one'), share('two'))).toEqual([
      ['pages[0].elements[1].shareTopics', 'shareTopicsTwice'],
    ]);
  });

  test('nobody can be made to say whether they want to be contacted', () => {
    expect(foundIn(ask('boolean', 'contact', { asksContact: true, isRequired: true }))).toEqual([
      [`${at}.isRequired`, 'contactRequired'],
    ]);
    const contact = (name: string) => ask('boolean', name, { asksContact: true });
    expect(foundIn(contact('one'), contact('two'))).toEqual([
      ['pages[0].elements[1].asksContact', 'asksContactTwice'],
    ]);
  });
});
