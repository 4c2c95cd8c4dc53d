import type { Answer, Answers } from '../answers/answers.types.ts';
import type { Condition } from './condition.types.ts';

/**
 * Whether a condition holds over answers, as survey-core decides it (the tests compare the two).
 *
 * A question without an answer equals nothing, so `notEqual`, `notContains` and `noneOf` hold for it.
 */
export function evaluateCondition(condition: Condition, answers: Answers): boolean {
  switch (condition.op) {
    case 'and':
      return evaluateCondition(condition.left, answers) && evaluateCondition(condition.right, answers);
    case 'or':
      return evaluateCondition(condition.left, answers) || evaluateCondition(condition.right, answers);
    case 'not':
      return !evaluateCondition(condition.operand, answers);
    case 'empty':
      return isEmpty(answerTo(condition.question, answers));
    case 'notEmpty':
      return !isEmpty(answerTo(condition.question, answers));
    case 'equal':
      return answerTo(condition.question, answers) === condition.value;
    case 'notEqual':
      return answerTo(condition.question, answers) !== condition.value;
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return compare(condition.op, answerTo(condition.question, answers), condition.value);
    case 'contains':
      return includes(answerTo(condition.question, answers), condition.value);
    case 'notContains':
      return !includes(answerTo(condition.question, answers), condition.value);
    case 'anyOf':
      return condition.values.some((value) => includes(answerTo(condition.question, answers), value));
    case 'noneOf':
      return !condition.values.some((value) => includes(answerTo(condition.question, answers), value));
    case 'allOf':
      return condition.values.every((value) => includes(answerTo(condition.question, answers), value));
  }
}

function answerTo(question: string, answers: Answers): Answer | undefined {
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}

function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === '') return true;
  return typeof answer === 'object' && Object.keys(answer).length === 0;
}

function includes(answer: Answer | undefined, code: string): boolean {
  return Array.isArray(answer) ? answer.includes(code) : answer === code;
}

function compare(
  op: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual',
  answer: Answer | undefined,
  value: number,
): boolean {
  if (typeof answer !== 'number') return false;
  switch (op) {
    case 'less':
      return answer < value;
    case 'lessOrEqual':
      return answer <= value;
    case 'greater':
      return answer > value;
    case 'greaterOrEqual':
      return answer >= value;
  }
}
