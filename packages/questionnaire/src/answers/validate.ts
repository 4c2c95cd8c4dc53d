import type { CompiledVersion } from '../compiled/compiled.types.ts';
import { indexOf } from '../compiled/question-index.ts';
import type { IndexedQuestion } from '../compiled/question-index.ts';
import { namePattern } from '../definition/names.ts';
import type { Answer, Answers } from './answers.types.ts';
import type { AnswerProblem } from './answer-problem.ts';
import { readAnswer } from './read-answer.ts';
import { visibleQuestions } from './visible.ts';

/** What `validateAnswers` says: the answers, now typed, with the questions shown for them; or every problem. */
export type Validation =
  | { ok: true; answers: Answers; visible: string[] }
  | { ok: false; problems: AnswerProblem[] };

/**
 * Checks answers, as they were sent, against a compiled version. Pure, and without survey-core.
 *
 * With `complete`, required questions that are shown must be answered; without, a draft or a partial response
 * may lack any. Everything else is always required: known questions, the right type, codes among the choices,
 * within the limits, and no answer to a question that these same answers hide. Nothing is dropped or converted.
 */
export function validateAnswers(
  compiled: CompiledVersion,
  sent: unknown,
  { complete }: { complete: boolean },
): Validation {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    return { ok: false, problems: [{ code: 'notAnswers' }] };
  }
  const index = indexOf(compiled);
  const problems: AnswerProblem[] = [];
  const answers: Record<string, Answer> = {};
  for (const [name, value] of Object.entries(sent)) {
    const indexed = index.get(name);
    if (indexed === undefined) {
      problems.push(unknownQuestion(name));
      continue;
    }
    const read = readAnswer(indexed, value, complete);
    if ('answer' in read) answers[name] = read.answer;
    else problems.push({ ...read.trouble, question: name });
  }
  if (problems.length > 0) return { ok: false, problems: firstProblems(problems) };
  const visible = visibleQuestions(compiled, answers);
  problems.push(...problemsOfVisibility(index, answers, new Set(visible), complete));
  return problems.length > 0
    ? { ok: false, problems: firstProblems(problems) }
    : { ok: true, answers, visible };
}

/** The key is repeated only where it could be a question's name: anything else may be what somebody said. */
function unknownQuestion(name: string): AnswerProblem {
  return namePattern.test(name) ? { code: 'unknownQuestion', question: name } : { code: 'unknownQuestion' };
}

/** A reply stays small however much nonsense was sent. */
const mostProblems = 50;

function firstProblems(problems: AnswerProblem[]): AnswerProblem[] {
  return problems.slice(0, mostProblems);
}

function problemsOfVisibility(
  index: ReadonlyMap<string, IndexedQuestion>,
  answers: Answers,
  visible: ReadonlySet<string>,
  complete: boolean,
): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const [name, { question }] of index) {
    const answered = Object.hasOwn(answers, name);
    if (answered && !visible.has(name)) problems.push({ code: 'hiddenQuestion', question: name });
    if (complete && question.required && !answered && visible.has(name)) {
      problems.push({ code: 'requiredMissing', question: name });
    }
  }
  return problems;
}
