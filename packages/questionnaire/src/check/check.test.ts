import { describe, expect, test } from 'vitest';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { compile, DefinitionRefused } from '../compiled/compile.ts';
import { ask, both, formOf, multiple, options, single } from '../testing/forms.ts';
import { check } from './check.ts';

/** What is found in a visit form of these elements. */
function foundIn(...elements: object[]): [path: string, code: string][] {
  return check(formOf(...elements), { kind: 'visitForm' }).map(({ path, code }) => [path, code]);
}

/** The short form with its first question changed. */
function withFirst(change: object): unknown {
  const [page, ...pages] = shortForm.pages;
  const [first, ...others] = page?.elements ?? [];
  return { ...shortForm, pages: [{ ...page, elements: [{ ...first, ...change }, ...others] }, ...pages] };
}

function foundInQuestionnaire(definition: unknown): [code: string, severity: string][] {
  return check(definition, { kind: 'questionnaire' }).map(({ code, severity }) => [code, severity]);
}

const at = 'pages[0].elements[0]';

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

describe('conditions compare earlier questions with what they can answer', () => {
  const who = single('who', ['alone', 'family']);
  const found = (visibleIf: string) =>
    check(formOf(who, ask('comment', 'note', { visibleIf })), { kind: 'visitForm' }).map(
      ({ code, params }) => ({ code, ...params }),
    );

  test.each([
    ["{who} = 'alone'", []],
    ['{who} = ', [{ code: 'conditionSyntax', at: 8 }]],
    [
      "iif({who} = 'alone', true, false)",
      [{ code: 'conditionUnsupported', part: "iif(({who} == 'alone'), true, false)" }],
    ],
    ["{whom} = 'alone'", [{ code: 'conditionUnknownQuestion', question: 'whom' }]],
    ["{who} = 'friends'", [{ code: 'conditionUnknownCode', question: 'who', value: 'friends' }]],
    [
      "{who} anyof ['alone', 'friends']",
      [{ code: 'conditionUnknownCode', question: 'who', value: 'friends' }],
    ],
    ["{who} contains 'alone'", [{ code: 'conditionWrongOperator', question: 'who', operator: 'contains' }]],
    ['{who} > 3', [{ code: 'conditionWrongOperator', question: 'who', operator: 'greater' }]],
    ['{who} = 3', [{ code: 'conditionWrongOperator', question: 'who', operator: 'equal' }]],
    ['{note} notempty', [{ code: 'conditionRefersAhead', question: 'note' }]],
  ])('%s', (visibleIf, findings) => {
    expect(found(visibleIf)).toEqual(findings);
  });

  test('also on pages and panels, once each', () => {
    const elements = [ask('text', 'first'), ask('text', 'second')];
    const panel = { type: 'panel', name: 'box', visibleIf: "{who} = 'x'", elements };
    expect(foundIn(who, panel)).toEqual([['pages[0].elements[1].visibleIf', 'conditionUnknownCode']]);
    const page = { name: 'next', visibleIf: '{second} notempty', elements };
    expect(
      check({ title: both('表'), pages: [{ name: 'only', elements: [who] }, page] }, { kind: 'visitForm' }),
    ).toMatchObject([{ path: 'pages[1].visibleIf', code: 'conditionRefersAhead' }]);
  });
});

describe('indicators', () => {
  const known = [
    { value: 'know', text: both('知道'), counts: 'favourable' },
    { value: 'unsure', text: both('说不清'), counts: 'unfavourable' },
  ];

  test('each has exactly one headline item', () => {
    expect(foundInQuestionnaire(withFirst({ headline: false }))).toEqual([['headlineMissing', 'error']]);
    expect(foundInQuestionnaire(formOf(ask('comment', 'note')))).toEqual(
      Array(4).fill(['headlineMissing', 'error']),
    );
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

describe('wording', () => {
  test('Chinese is required, English is missed', () => {
    const found = (title: unknown) =>
      check(formOf(ask('comment', 'note', { title })), { kind: 'visitForm' }).map(
        ({ code, severity, params }) => [code, severity, params['language']],
      );
    expect(found('备注')).toEqual([['translationMissing', 'warning', 'en']]);
    expect(found({ default: '备注' })).toEqual([['translationMissing', 'warning', 'en']]);
    expect(found({ default: 'Note', 'zh-cn': '备注' })).toEqual([]);
    expect(found({ 'zh-cn': '备注', en: 'Note' })).toEqual([]);
    expect(found({ en: 'Note' })).toEqual([['translationMissing', 'error', 'zh-CN']]);
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
