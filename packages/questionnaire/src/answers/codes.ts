import type { CompiledVersion } from '../compiled/compiled.types.ts';
import { indexOf } from '../compiled/question-index.ts';
import type { QuestionKind } from '../definition/shape.ts';
import type { Answers } from './answers.types.ts';

/** One coded answer, the unit rollups count. A matrix cell's item is `question.row`. */
export interface ItemCode {
  item: string;
  code: string;
}

/**
 * The codes in answers that `validateAnswers` accepted, in the order they were sent. Several choices give
 * several codes; numbers, dates and free text give none. Runs once per response on the request path.
 */
export function codesOf(compiled: CompiledVersion, answers: Answers): ItemCode[] {
  const index = indexOf(compiled);
  const found: ItemCode[] = [];
  for (const item in answers) {
    const kind = index.get(item)?.question.kind;
    const answer = answers[item];
    if (kind === undefined || answer === undefined || !codedKinds.has(kind)) continue;
    if (typeof answer !== 'object') found.push({ item, code: String(answer) });
    else if (isList(answer)) for (const code of answer) found.push({ item, code });
    else for (const row in answer) found.push({ item: `${item}.${row}`, code: String(answer[row]) });
  }
  return found;
}

const codedKinds: ReadonlySet<QuestionKind> = new Set(['single', 'multiple', 'boolean', 'rating', 'matrix']);

function isList(answer: readonly string[] | Readonly<Record<string, string>>): answer is readonly string[] {
  return Array.isArray(answer);
}
