/** What can be wrong with answers. The messages catalogue has a sentence for each. */
export const answerProblemCodes = [
  'notAnswers',
  'unknownQuestion',
  'wrongType',
  'emptyAnswer',
  'notAChoice',
  'repeatedChoice',
  'exclusiveChoice',
  'tooFewChoices',
  'tooManyChoices',
  'tooLong',
  'badText',
  'wrongPattern',
  'outOfRange',
  'hiddenQuestion',
  'requiredMissing',
] as const;
export type AnswerProblemCode = (typeof answerProblemCodes)[number];

/** One problem with the answers that were sent. It never repeats an answer. */
export interface AnswerProblem {
  code: AnswerProblemCode;
  /** The question's name. */
  question?: string;
  /** The limit that was broken, where there is one. */
  limit?: number | string;
}
