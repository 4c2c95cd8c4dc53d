import { describe, expect, test } from 'vitest';
import { at, foundIn } from '../testing/findings.ts';
import { ask, multiple } from '../testing/forms.ts';

describe('limits can be met', () => {
  test.each([
    ['a rating from 5 to 3', ask('rating', 'stars', { rateMin: 5, rateMax: 3 }), at, 'limitsCrossed'],
    ['a number from 9 to 1', ask('text', 'n', { inputType: 'number', min: 9, max: 1 }), at, 'limitsCrossed'],
    [
      'days in the wrong order',
      ask('text', 'd', { inputType: 'date', min: '2026-02-01', max: '2026-01-01' }),
      at,
      'limitsCrossed',
    ],
    ['three of two choices', multiple('m', ['a', 'b'], { minSelectedChoices: 3 }), at, 'limitsCrossed'],
    [
      'a day as the limit of a number',
      ask('text', 'n', { inputType: 'number', min: '2026-01-01' }),
      `${at}.min`,
      'wrongValue',
    ],
    ['a limit of a text', ask('text', 't', { max: 5 }), `${at}.max`, 'wrongValue'],
    [
      'a length of a number',
      ask('text', 'n', { inputType: 'number', maxLength: 5 }),
      `${at}.maxLength`,
      'wrongValue',
    ],
  ])('refuses %s', (_, element, path, code) => {
    expect(foundIn(element)).toEqual([[path, code]]);
  });
});
