import type { Question } from '../definition/definition.schema.ts';
import { isSafePattern } from '../definition/pattern.ts';
import { shapeOf } from '../definition/shape.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

/** Limits that fit the kind of answer, can be met, and can be tested quickly. */
export function findInLimits(questions: readonly PlacedQuestion[]): Finding[] {
  return questions.flatMap(({ path, question }) => [
    ...(isCrossed(question) ? [error(path, 'limitsCrossed', { name: question.name })] : []),
    ...findInInput(path, question),
  ]);
}

function isCrossed(question: Question): boolean {
  const shape = shapeOf(question);
  switch (shape.kind) {
    case 'rating':
      return shape.min >= shape.max;
    case 'number':
      return shape.min !== null && shape.max !== null && shape.min > shape.max;
    case 'date':
      return shape.min !== null && shape.max !== null && shape.min > shape.max;
    case 'multiple':
      return (shape.min ?? 1) > Math.min(shape.max ?? shape.codes.length, shape.codes.length);
    case 'single':
    case 'text':
    case 'boolean':
    case 'matrix':
      return false;
  }
}

function findInInput(path: string, question: Question): Finding[] {
  if (question.type !== 'text') return [];
  const bound = boundType(question.inputType);
  const misplaced = (['min', 'max'] as const).filter(
    (property) => question[property] !== undefined && typeof question[property] !== bound,
  );
  const forText = (['maxLength', 'validators'] as const).filter(
    (property) => question[property] !== undefined && bound !== null,
  );
  const unsafe = (question.validators ?? []).some((validator) => !isSafePattern(validator.regex));
  return [
    ...[...misplaced, ...forText].map((property) => error(`${path}.${property}`, 'wrongValue', { property })),
    ...(unsafe ? [error(`${path}.validators[0].regex`, 'unsafePattern', { name: question.name })] : []),
  ];
}

/** The type of `min` and `max` of an input, or null where it has neither. */
function boundType(inputType: 'text' | 'tel' | 'number' | 'date' | undefined): 'number' | 'string' | null {
  if (inputType === 'number') return 'number';
  return inputType === 'date' ? 'string' : null;
}
