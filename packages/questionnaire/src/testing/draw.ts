import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import type { Answer } from '../answers/answers.types.ts';
import type { CompiledQuestion } from '../compiled/compiled.types.ts';
import type { Condition } from '../conditions/condition.types.ts';
import { writeCondition } from '../conditions/write.ts';
import type { QuestionShape } from '../definition/shape.ts';
import { ask, both, multiple, options, single } from './forms.ts';

/** Draws random forms, conditions and answers inside a property test. */
export type Draw = GeneratorValue;

type Earlier = readonly CompiledQuestion[];

const codes = ['lift', 'noise', 'dogs', 'other'];
const [none] = options('none');
const words = ['好', 'a', ' two words ', '电梯坏了', '5', 'true'];

/** A form of up to nine questions on up to three pages, some in panels, with conditions on what comes before. */
export function drawForm(draw: Draw, compileOne: (element: object) => CompiledQuestion): object {
  const earlier: CompiledQuestion[] = [];
  const conditional = () =>
    draw(fc.boolean) && earlier.length > 0 ? { visibleIf: writeCondition(drawCondition(draw, earlier)) } : {};
  const question = () => {
    const element = { ...drawQuestion(draw, `q${earlier.length}`), ...conditional() };
    return element;
  };
  const remember = (element: object) => {
    earlier.push(compileOne(element));
    return element;
  };
  const pages = Array.from({ length: draw(fc.integer, { min: 1, max: 3 }) }, (_, page) => {
    const pageCondition = conditional();
    const elements = Array.from({ length: draw(fc.integer, { min: 1, max: 3 }) }, (__, index) => {
      if (!draw(fc.boolean)) return remember(question());
      const panelCondition = conditional();
      const inside = [remember(question()), remember(question())];
      return { type: 'panel', name: `panel${page}x${index}`, elements: inside, ...panelCondition };
    });
    return { name: `page${page}`, elements, ...pageCondition };
  });
  return { title: both('表'), pages };
}

function drawQuestion(draw: Draw, name: string): object {
  const isRequired = draw(fc.boolean);
  const kind = draw(fc.constantFrom, ...drawnTypes);
  switch (kind) {
    case 'radiogroup':
    case 'dropdown':
      return { ...single(name, codes), type: kind, isRequired };
    case 'checkbox':
    case 'tagbox':
      return multiple(name, codes, {
        type: kind,
        isRequired,
        ...(draw(fc.boolean) ? { minSelectedChoices: 2, maxSelectedChoices: 3 } : {}),
        ...(draw(fc.boolean) ? { choices: [...options(...codes), { ...none, isExclusive: true }] } : {}),
      });
    case 'number':
      return ask('text', name, { inputType: 'number', min: -3, max: 9, isRequired });
    case 'date':
      return ask('text', name, { inputType: 'date', isRequired });
    case 'matrix':
      return ask('matrix', name, {
        rows: options('day', 'night'),
        columns: options('good', 'bad'),
        eachRowRequired: draw(fc.boolean),
        isRequired,
      });
    default:
      return ask(kind, name, { isRequired });
  }
}

const drawnTypes = [
  'radiogroup',
  'dropdown',
  'checkbox',
  'tagbox',
  'number',
  'date',
  'matrix',
  'rating',
  'boolean',
  'text',
  'comment',
] as const;

/** A condition that makes sense for one of the earlier questions, or several joined. */
export function drawCondition(draw: Draw, earlier: Earlier, depth = 2): Condition {
  const joined = depth > 0 ? draw(fc.constantFrom, 'and', 'or', 'not', 'none', 'none') : 'none';
  if (joined === 'not') return { op: 'not', operand: drawCondition(draw, earlier, depth - 1) };
  if (joined !== 'none') {
    return {
      op: joined,
      left: drawCondition(draw, earlier, depth - 1),
      right: drawCondition(draw, earlier, depth - 1),
    };
  }
  return drawComparison(draw, draw(fc.constantFrom, ...earlier));
}

function drawComparison(draw: Draw, shape: QuestionShape): Condition {
  const question = shape.name;
  const presence = draw(fc.constantFrom, 'empty', 'notEmpty', 'other', 'other', 'other');
  if (presence !== 'other') return { op: presence, question };
  const equality = draw(fc.constantFrom, 'equal', 'notEqual');
  const several = draw(fc.subarray, codes, { minLength: 1 });
  switch (shape.kind) {
    case 'single':
      return draw(fc.boolean)
        ? { op: equality, question, value: draw(fc.constantFrom, ...codes) }
        : { op: draw(fc.constantFrom, 'anyOf', 'noneOf'), question, values: several };
    case 'multiple':
      return draw(fc.boolean)
        ? {
            op: draw(fc.constantFrom, 'contains', 'notContains'),
            question,
            value: draw(fc.constantFrom, ...codes),
          }
        : { op: draw(fc.constantFrom, 'anyOf', 'noneOf', 'allOf'), question, values: several };
    case 'number':
    case 'rating': {
      const op = draw(fc.constantFrom, equality, 'less', 'lessOrEqual', 'greater', 'greaterOrEqual');
      return { op, question, value: draw(fc.integer, { min: -2, max: 6 }) };
    }
    case 'boolean':
      return { op: equality, question, value: draw(fc.boolean) };
    case 'text':
    case 'date':
    case 'matrix':
      return { op: 'notEmpty', question };
  }
}

/** An answer of the right type, within the limits; possibly with too few choices or rows to be complete. */
export function drawAnswer(draw: Draw, shape: QuestionShape): Answer {
  switch (shape.kind) {
    case 'single':
      return draw(fc.constantFrom, ...shape.choices.map((choice) => choice.code));
    case 'multiple': {
      const chosen = draw(fc.shuffledSubarray, shape.codes, {
        minLength: 1,
        maxLength: shape.max ?? shape.codes.length,
      });
      const alone = chosen.find((code) => shape.exclusive.includes(code));
      return alone === undefined ? chosen : [alone];
    }
    case 'text':
      return draw(fc.constantFrom, ...words);
    case 'number':
      return draw(fc.integer, { min: shape.min ?? -5, max: shape.max ?? 5 });
    case 'rating':
      return draw(fc.integer, { min: shape.min, max: shape.max });
    case 'date':
      return draw(fc.constantFrom, '2024-02-29', '2026-11-22');
    case 'boolean':
      return draw(fc.boolean);
    case 'matrix': {
      const rows = draw(fc.subarray, shape.rows, { minLength: 1 });
      return Object.fromEntries(rows.map((row) => [row, draw(fc.constantFrom, ...shape.columns)]));
    }
  }
}

/** Answers to some of the questions, whether they would be shown or not. */
export function drawAnswers(draw: Draw, questions: Earlier): Record<string, Answer> {
  const answered = questions.filter(() => draw(fc.boolean) || draw(fc.boolean));
  return Object.fromEntries(answered.map((question) => [question.name, drawAnswer(draw, question)]));
}
