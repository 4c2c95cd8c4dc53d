import { expect, test } from 'vitest';
import { ask, compiledFormOf, multiple, options, single } from '../testing/forms.ts';
import { codesOf } from './codes.ts';
import { wishesOf } from './wishes.ts';

const form = compiledFormOf(
  single('lives', ['alone', 'family']),
  multiple('topics', ['lift', 'noise', 'dogs'], { shareTopics: true }),
  ask('text', 'people', { inputType: 'number' }),
  ask('text', 'since', { inputType: 'date' }),
  ask('comment', 'note'),
  ask('rating', 'stars'),
  ask('boolean', 'contact', { asksContact: true }),
  ask('matrix', 'grid', { rows: options('day', 'night'), columns: options('good', 'bad') }),
);

test('several choices give several codes, numbers, dates and texts give none', () => {
  const answers = {
    lives: 'alone',
    topics: ['noise', 'lift'],
    people: 2,
    since: '2026-01-01',
    note: 'alone',
    stars: 4,
    contact: false,
    grid: { night: 'bad' },
  };
  expect(codesOf(form, answers)).toEqual([
    { item: 'lives', code: 'alone' },
    { item: 'topics', code: 'noise' },
    { item: 'topics', code: 'lift' },
    { item: 'stars', code: '4' },
    { item: 'contact', code: 'false' },
    { item: 'grid.night', code: 'bad' },
  ]);
});

test('no answers give no codes', () => {
  expect(codesOf(form, {})).toEqual([]);
});

test('a wish to be contacted is an explicit yes, topics come in the order of the list', () => {
  expect(wishesOf(form, { topics: ['dogs', 'lift'], contact: true })).toEqual({
    topics: ['lift', 'dogs'],
    wantsContact: true,
  });
  expect(wishesOf(form, { contact: false })).toEqual({ topics: [], wantsContact: false });
  expect(wishesOf(form, {})).toEqual({ topics: [], wantsContact: false });
});
