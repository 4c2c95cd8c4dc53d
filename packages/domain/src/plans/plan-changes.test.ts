import { describe, expect, it } from 'vitest';
import { planChanges } from './plan-changes.ts';

const plan = (name: string, madeHere: boolean, gone: boolean) => ({ name, madeHere, gone });
const told = (...plans: ReturnType<typeof plan>[]) =>
  planChanges(plans).map(({ kind, plan: one, before }) => [kind, one.name, before?.name ?? null]);

describe('what is told of plans that changed together', () => {
  it.each([
    ['one that was made', [plan('new', true, false)], [['planGiven', 'new', null]]],
    ['one that was taken back', [plan('old', false, true)], [['planTaken', 'old', null]]],
    ['both', [plan('old', false, true), plan('new', true, false)], [['planMoved', 'new', 'old']]],
    ['one made and taken back again', [plan('new', true, true)], []],
    ['one that was only accepted', [plan('old', false, false)], []],
    [
      'one moved twice',
      [plan('old', false, true), plan('first', true, true), plan('second', true, false)],
      [['planMoved', 'second', 'old']],
    ],
    [
      'two taken back and one made',
      [plan('a', false, true), plan('b', false, true), plan('c', true, false)],
      [
        ['planMoved', 'c', 'a'],
        ['planTaken', 'b', null],
      ],
    ],
    [
      'one taken back and two made',
      [plan('a', false, true), plan('b', true, false), plan('c', true, false)],
      [
        ['planMoved', 'b', 'a'],
        ['planGiven', 'c', null],
      ],
    ],
  ])('%s', (_what, plans, changes) => {
    expect(told(...plans)).toEqual(changes);
  });
});
