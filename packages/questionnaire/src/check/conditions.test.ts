import { describe, expect, test } from 'vitest';
import { foundIn } from '../testing/findings.ts';
import { ask, both, formOf, single } from '../testing/forms.ts';
import { check } from './check.ts';

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
