import { expect, test } from 'vitest';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { definitionSchema } from '../definition/definition.schema.ts';
import { ask, both, formOf, options, single } from '../testing/forms.ts';
import { secondsToAskAll } from './reading-time.ts';

const secondsOf = (...elements: object[]): number =>
  secondsToAskAll(definitionSchema.parse(formOf(...elements)));

test('the built-in questionnaires take as long as they say', () => {
  const minutes = secondsToAskAll(questionnaire) / 60;
  expect(minutes).toBeGreaterThan(6);
  expect(minutes).toBeLessThan(8);
  expect(secondsToAskAll(shortForm) / 60).toBeLessThan(4);
});

test('longer texts, more choices and more rows take longer', () => {
  expect(secondsOf(single('a', ['yes', 'no'], { title: both('问'.repeat(40)) }))).toBe(10 + 5 / 4 + 5);
  expect(secondsOf(single('a', ['yes', 'no', 'unsure']))).toBeGreaterThan(
    secondsOf(single('a', ['yes', 'no'])),
  );
  const grid = (...rows: string[]) =>
    ask('matrix', 'grid', { rows: options(...rows), columns: options('good', 'bad') });
  expect(secondsOf(grid('day', 'night'))).toBeGreaterThan(secondsOf(grid('day')) + 4);
});
