import { answerProblems } from './problems/answers.problems.ts';
import { requestProblems } from './problems/requests.problems.ts';
import { peopleProblems } from './problems/people.problems.ts';
import { registerProblems } from './problems/register.problems.ts';
import { questionnaireProblems } from './problems/questionnaires.problems.ts';
import { roundProblems } from './problems/rounds.problems.ts';
import { recordProblems } from './problems/records.problems.ts';
import { importProblems } from './problems/imports.problems.ts';
import { photoProblems } from './problems/photos.problems.ts';
import { figureProblems } from './problems/figures.problems.ts';

/**
 * Every refusal of the product, by its stable code. In a sentence, `{name}` is filled from the problem's details.
 */
export const problems = {
  ...requestProblems,
  ...peopleProblems,
  ...registerProblems,
  ...questionnaireProblems,
  ...roundProblems,
  ...recordProblems,
  ...answerProblems,
  ...importProblems,
  ...figureProblems,
  ...photoProblems,
} as const;

export type ProblemCode = keyof typeof problems;

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code);
