import type { ProblemCode } from '@huhudao/protocol';
import type { AnswerProblem, AnswerProblemCode } from '@huhudao/questionnaire';
import { refused, type RecordResult } from './records.ts';

/** The sentence for each thing that can be wrong with an answer. */
const problemOf: Record<AnswerProblemCode, ProblemCode> = {
  notAnswers: 'recordInvalid',
  unknownQuestion: 'answerUnknown',
  wrongType: 'answerWrongType',
  emptyAnswer: 'answerWrongType',
  notAChoice: 'answerOutsideChoices',
  repeatedChoice: 'answerOutsideChoices',
  exclusiveChoice: 'answerOutsideChoices',
  tooFewChoices: 'answerOutsideChoices',
  tooManyChoices: 'answerOutsideChoices',
  tooLong: 'answerTooLong',
  badText: 'answerWrongType',
  wrongPattern: 'answerWrongType',
  outOfRange: 'answerOutsideChoices',
  hiddenQuestion: 'answerHidden',
  requiredMissing: 'answerMissing',
};

/** Refuses a record for its first answer that is wrong. The answer itself is never repeated. */
export function answerRefusal(id: string, problems: readonly AnswerProblem[]): RecordResult {
  const [first] = problems;
  if (first === undefined) return refused(id, 'recordInvalid');
  return refused(id, problemOf[first.code], first.question === undefined ? {} : { item: first.question });
}
