import { describe, expect, test } from 'vitest';
import { compile, DefinitionRefused } from '../compiled/compile.ts';
import { at, foundIn } from '../testing/findings.ts';
import { ask, both, formOf, options, single } from '../testing/forms.ts';
import { check } from './check.ts';

describe('a definition is data, never code', () => {
  test.each([
    ['markup as an element', ask('html', 'notice', { html: '<b>hi</b>' }), `${at}.type`, 'forbiddenElement'],
    [
      'an image',
      ask('image', 'picture', { imageLink: 'https://example.org/x.png' }),
      `${at}.type`,
      'forbiddenElement',
    ],
    ['a file upload', ask('file', 'photo'), `${at}.type`, 'forbiddenElement'],
    ['an expression', ask('expression', 'sum', { expression: '1+1' }), `${at}.type`, 'forbiddenElement'],
    ['a signature', ask('signaturepad', 'sign'), `${at}.type`, 'forbiddenElement'],
    ['a type of nobody’s', ask('toString', 'odd'), `${at}.type`, 'forbiddenElement'],
    [
      'choices from an address',
      single('who', ['a', 'b'], { choicesByUrl: { url: 'https://example.org' } }),
      `${at}.choicesByUrl`,
      'forbiddenProperty',
    ],
    [
      'an answer set by an expression',
      ask('text', 'who', { setValueExpression: '1' }),
      `${at}.setValueExpression`,
      'forbiddenProperty',
    ],
    [
      'an answer filled in beforehand',
      single('who', ['a', 'b'], { defaultValue: 'a' }),
      `${at}.defaultValue`,
      'forbiddenProperty',
    ],
    [
      'a media link on a choice',
      { ...single('who', []), choices: [{ ...options('a')[0], imageLink: '//x' }, ...options('b')] },
      `${at}.choices[0].imageLink`,
      'forbiddenProperty',
    ],
    ['a property nobody knows', ask('text', 'who', { onclick: 'x' }), `${at}.onclick`, 'unknownProperty'],
    [
      'a built-in choice without a code of its own',
      single('who', ['a', 'b'], { showOtherItem: true }),
      `${at}.showOtherItem`,
      'unknownProperty',
    ],
    [
      'an answer quoted in a title',
      ask('text', 'who', { title: both('{note}') }),
      `${at}.title`,
      'pipedText',
    ],
    [
      'a slow pattern',
      ask('text', 'who', { validators: [{ type: 'regex', regex: '^(a+)+$' }] }),
      `${at}.validators[0].regex`,
      'unsafePattern',
    ],
    [
      'another kind of validator',
      ask('text', 'who', { validators: [{ type: 'expression', expression: '1' }] }),
      `${at}.validators[0].type`,
      'wrongValue',
    ],
    [
      'a text the database cannot keep',
      ask('text', 'who', { title: 'a\u0000' }),
      `${at}.title`,
      'wrongValue',
    ],
    ['a text of the wrong type', ask('text', 'who', { title: 7 }), `${at}.title`, 'wrongValue'],
    ['an element that is no object', Object.assign([]), at, 'wrongValue'],
  ])('refuses %s', (_, element, path, code) => {
    expect(foundIn(element)).toContainEqual([path, code]);
  });

  test.each([
    ['navigateToUrl', 'https://example.org'],
    ['navigateToUrlOnCondition', []],
    ['triggers', [{ type: 'setvalue' }]],
    ['calculatedValues', [{ name: 'x', expression: '1' }]],
    ['completedHtml', '<p>'],
    ['logo', 'https://example.org/logo.png'],
    ['backgroundImage', 'https://example.org/b.png'],
    ['cookieName', 'x'],
  ])('refuses %s', (property, value) => {
    const found = check({ ...formOf(ask('comment', 'note')), [property]: value }, { kind: 'visitForm' });
    expect(found).toEqual([
      { path: property, code: 'forbiddenProperty', severity: 'error', params: { property } },
    ]);
  });

  test('refuses a key that JavaScript treats apart', () => {
    const form: unknown = JSON.parse('{"__proto__": {"html": "x"}, "title": "表", "pages": []}');
    expect(check(form, { kind: 'visitForm' })).toContainEqual(
      expect.objectContaining({ code: 'unknownProperty' }),
    );
  });

  test.each([[null], [7], ['text'], [[]]])('%j is not a definition', (value) => {
    expect(check(value, { kind: 'visitForm' })).toMatchObject([{ path: '', code: 'notADefinition' }]);
  });

  test('a definition of nothing but mistakes gets a list of bounded length', () => {
    const page = { name: 'p', elements: Array.from({ length: 100 }, () => ({ type: 'html', a: 1 })) };
    const found = check(
      { title: '表', pages: Array.from({ length: 50 }, () => page) },
      { kind: 'visitForm' },
    );
    expect(found).toHaveLength(200);
  });

  test('cannot be compiled around the check', () => {
    expect(() => compile(formOf(ask('html', 'notice')), 'visitForm')).toThrow(DefinitionRefused);
  });
});
