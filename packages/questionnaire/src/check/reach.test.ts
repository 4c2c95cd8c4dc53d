import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import type { Answer } from '../answers/answers.types.ts';
import { compile } from '../compiled/compile.ts';
import type { CompiledQuestion } from '../compiled/compiled.types.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { drawAnswer, drawForm } from '../testing/draw.ts';
import type { Draw } from '../testing/draw.ts';
import { foundIn } from '../testing/findings.ts';
import { ask, compiledFormOf, multiple, options, single } from '../testing/forms.ts';
import { check } from './check.ts';

const who = single('who', ['alone', 'family'], { isRequired: true });
const topics = multiple('topics', ['lift', 'noise', 'dogs'], {
  maxSelectedChoices: 2,
  choices: [...options('lift', 'noise', 'dogs'), { ...must(options('none')[0], 'none'), isExclusive: true }],
});
const age = ask('text', 'age', { inputType: 'number', min: 18, max: 65 });
const found = (visibleIf: string) =>
  foundIn(who, topics, age, ask('comment', 'note', { visibleIf })).map(([, code]) => code);

test.each([
  ["{who} = 'alone' and {who} = 'family'"],
  ["{who} = 'alone' and {who} empty"],
  ['{who} empty'],
  ["{who} <> 'alone' and {who} <> 'family'"],
  ["{topics} contains 'none' and {topics} contains 'lift'"],
  ["{topics} allof ['lift', 'noise', 'dogs']"],
  ["{topics} contains 'lift' and {topics} noneof ['lift', 'dogs']"],
  ['{age} > 65'],
  ['{age} > 30 and {age} < 30'],
  ['{age} < 18 or {age} >= 66'],
])('%s never holds', (condition) => {
  expect(found(condition)).toEqual(['conditionNeverHolds']);
});

test.each([
  ["{who} = 'alone' or {who} = 'family'"],
  ["{who} <> 'alone'"],
  ["{topics} contains 'none'"],
  ["{topics} allof ['lift', 'noise'] and {topics} notcontains 'dogs'"],
  ["{topics} noneof ['lift', 'noise', 'dogs']"],
  ['{topics} empty'],
  ['{age} > 64'],
  ['{age} > 30 and {age} < 31'],
])('%s may hold', (condition) => {
  expect(found(condition)).toEqual([]);
});

test('an item is never asked when what it depends on rules it out', () => {
  const first = ask('comment', 'first', { visibleIf: "{who} = 'alone'" });
  const second = ask('comment', 'second', { visibleIf: "{first} notempty and {who} = 'family'" });
  expect(foundIn(who, first, second)).toEqual([['pages[0].elements[2]', 'neverAsked']]);
  const box = { type: 'panel', name: 'box', visibleIf: "{who} = 'family'", elements: [first] };
  expect(foundIn(who, box)).toEqual([['pages[0].elements[1].elements[0]', 'neverAsked']]);
  expect(foundIn(who, first, ask('comment', 'third', { visibleIf: '{first} notempty' }))).toEqual([]);
});

/** What somebody may answer to a form, from the first question to the last: complete, and nothing that is not shown. */
function answer(draw: Draw, questions: readonly CompiledQuestion[]): { asked: string[] } {
  const answers: Record<string, Answer> = {};
  const asked: string[] = [];
  for (const question of questions) {
    if (question.visibleIf !== null && !evaluateCondition(question.visibleIf, answers)) continue;
    asked.push(question.name);
    if (!question.required && draw(fc.boolean)) continue;
    const drawn = drawAnswer(draw, question);
    const isShort =
      question.kind === 'multiple' && Array.isArray(drawn) && drawn.length < (question.min ?? 1);
    answers[question.name] = isShort ? question.codes.slice(0, question.min ?? 1) : drawn;
  }
  return { asked };
}

test('what is said never to be asked is not asked, whatever the answers', () => {
  let silenced = 0;
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const form = drawForm(draw, (element) =>
        must(compiledFormOf({ ...element, visibleIf: undefined }).questions[0], 'question'),
      );
      const never = check(form, { kind: 'visitForm' }).flatMap(({ code, params }) =>
        code === 'neverAsked' ? [params['name']] : [],
      );
      silenced += never.length;
      const { questions } = compile(form, 'visitForm');
      for (let count = 0; count < 5; count += 1) {
        const { asked } = answer(draw, questions);
        expect(asked.filter((name) => never.includes(name))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
  expect(silenced).toBeGreaterThan(0);
});
