import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { checkCondition } from '../conditions/check.ts';
import { parseCondition } from '../conditions/parse.ts';
import { definitionSchema } from '../definition/definition.schema.ts';
import { shapeOf } from '../definition/shape.ts';
import { questionsOf } from '../definition/walk.ts';
import { ask, formOf, multiple, options, single } from '../testing/forms.ts';
import { operatorsOf, rowFor, rowsOf, textOfRows } from './condition-rows.ts';

const grid = { rows: options('day'), columns: options('good', 'bad') };
const questions = questionsOf(
  definitionSchema.parse(
    formOf(
      single('who', ['alone', 'family']),
      multiple('topics', ['lift', 'noise']),
      ask('text', 'people', { inputType: 'number' }),
      ask('boolean', 'agrees'),
      ask('rating', 'stars'),
      ask('comment', 'note'),
      ask('matrix', 'grid', grid),
    ),
  ),
).map(({ question }) => question);
const shapes = new Map(questions.map((question) => [question.name, shapeOf(question)]));

test('rows are written, and read back as the same rows', () => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const rows = Array.from({ length: draw(fc.integer, { min: 1, max: 4 }) }, () => {
        const question = draw(fc.constantFrom, ...questions);
        return rowFor(question, draw(fc.constantFrom, ...operatorsOf(question)));
      });
      const join = rows.length === 1 ? 'and' : draw(fc.constantFrom, 'and', 'or');
      const text = must(textOfRows({ join, rows }), 'text');
      expect(rowsOf(text)).toEqual({ join, rows });
      const parsed = parseCondition(text);
      expect(parsed.ok && checkCondition(parsed.condition, shapes)).toEqual([]);
    }),
  );
});

test('no rows are no condition, and what is nested has no rows', () => {
  expect(textOfRows({ join: 'and', rows: [] })).toBeUndefined();
  expect(rowsOf("{who} = 'alone' and ({agrees} = true or {stars} > 2)")).toBeNull();
  expect(rowsOf("!({who} = 'alone')")).toBeNull();
  expect(rowsOf('{who} =')).toBeNull();
  expect(rowsOf("{who} = 'alone' or {agrees} = true or {note} notempty")?.rows).toHaveLength(3);
});

test('another operator keeps the value where it can', () => {
  const [who, topics, people] = questions;
  const before = rowFor(must(who, 'who'), 'equal', { op: 'equal', question: 'who', value: 'family' });
  expect(before).toEqual({ op: 'equal', question: 'who', value: 'family' });
  expect(rowFor(must(who, 'who'), 'anyOf', before)).toMatchObject({ values: ['family'] });
  expect(rowFor(must(topics, 'topics'), 'contains', before)).toMatchObject({ value: 'lift' });
  const more = rowFor(must(people, 'people'), 'greater');
  expect(rowFor(must(people, 'people'), 'less', { ...more, op: 'greater', value: 5 })).toMatchObject({
    value: 5,
  });
});
