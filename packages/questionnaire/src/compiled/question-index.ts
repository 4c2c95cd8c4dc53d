import { codesOfShape } from '../definition/shape.ts';
import type { CompiledQuestion, CompiledVersion } from './compiled.types.ts';

/** A compiled question with its codes as a set. */
export interface IndexedQuestion {
  question: CompiledQuestion;
  codes: ReadonlySet<string>;
}

const indexes = new WeakMap<CompiledVersion, ReadonlyMap<string, IndexedQuestion>>();

/**
 * A compiled version's questions by name, made once per version object: keep the parsed object,
 * not the stored text, between requests.
 */
export function indexOf(compiled: CompiledVersion): ReadonlyMap<string, IndexedQuestion> {
  const known = indexes.get(compiled);
  if (known !== undefined) return known;
  const index = new Map(compiled.questions.map((question) => [question.name, indexed(question)]));
  indexes.set(compiled, index);
  return index;
}

export function indexed(question: CompiledQuestion): IndexedQuestion {
  return { question, codes: new Set(codesOfShape(question)) };
}
