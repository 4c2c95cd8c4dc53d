import type { Condition } from '../conditions/condition.types.ts';
import type { DefinitionKind } from '../definition/kinds.ts';
import type { QuestionShape } from '../definition/shape.ts';

/**
 * A definition made ready for the request path: plain JSON, stored beside the version it was compiled from.
 * The same definition always compiles to the same document.
 */
export interface CompiledVersion {
  /** Number of this document's layout, so that stored ones can be told apart when it changes. */
  format: 1;
  kind: DefinitionKind;
  /** In reading order. A condition refers to earlier questions only. */
  questions: CompiledQuestion[];
}

/** `visibleIf` already includes the conditions of the page and the panel around the question. */
export type CompiledQuestion = QuestionShape & { visibleIf: Condition | null };
