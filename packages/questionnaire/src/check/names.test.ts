import { describe, expect, test } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { at, foundIn } from '../testing/findings.ts';
import { ask, formOf, options, single } from '../testing/forms.ts';
import { check } from './check.ts';

describe('names stay what they are', () => {
  test.each([
    ['a capital first', ask('text', 'Name'), `${at}.name`, 'badName'],
    ['a Chinese name', ask('text', '姓名'), `${at}.name`, 'badName'],
    ['a dot', ask('text', 'a.b'), `${at}.name`, 'badName'],
    ['a code with a blank', single('who', ['a b', 'c']), `${at}.choices[0].value`, 'badCode'],
    ['a word of the expression language', ask('text', 'pageNo'), `${at}.name`, 'nameReserved'],
    ['a word of JavaScript', ask('text', 'constructor'), `${at}.name`, 'nameReserved'],
    [
      'a code that reads as yes or no',
      single('who', ['true', 'other']),
      `${at}.choices[0].value`,
      'nameReserved',
    ],
    [
      'a code twice, but for capitals',
      single('who', ['lift', 'liFt']),
      `${at}.choices[1].value`,
      'codeTwice',
    ],
    [
      'a row twice',
      ask('matrix', 'grid', { rows: options('a', 'a'), columns: options('b', 'c') }),
      `${at}.rows[1].value`,
      'codeTwice',
    ],
  ])('refuses %s', (_, element, path, code) => {
    expect(foundIn(element)).toEqual([[path, code]]);
  });

  test('refuses a name twice, also between a question, a panel and a page', () => {
    expect(foundIn(ask('text', 'note'), ask('text', 'noTe'))).toEqual([
      ['pages[0].elements[1].name', 'nameTwice'],
    ]);
    expect(foundIn(ask('text', 'only'))).toEqual([[`${at}.name`, 'nameTwice']]);
    expect(foundIn({ type: 'panel', name: 'box', elements: [ask('text', 'box')] })).toEqual([
      [`${at}.elements[0].name`, 'nameTwice'],
    ]);
  });

  test('refuses another kind of answer under the name of the version before', () => {
    const previous = compile(formOf(ask('text', 'people'), ask('comment', 'note')), 'visitForm');
    const next = formOf(ask('text', 'people', { inputType: 'number' }), ask('text', 'note'));
    expect(check(next, { kind: 'visitForm', previous })).toEqual([
      {
        path: `${at}.type`,
        code: 'kindChanged',
        severity: 'error',
        params: { name: 'people', was: 'text', is: 'number' },
      },
    ]);
  });
});
