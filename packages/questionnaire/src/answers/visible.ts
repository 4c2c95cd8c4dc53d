import type { CompiledVersion } from '../compiled/compiled.types.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import type { Answers } from './answers.types.ts';

/** The names of the questions shown for these answers, in reading order. */
export function visibleQuestions(compiled: CompiledVersion, answers: Answers): string[] {
  const visible: string[] = [];
  for (const question of compiled.questions) {
    if (question.visibleIf === null || evaluateCondition(question.visibleIf, answers)) {
      visible.push(question.name);
    }
  }
  return visible;
}
