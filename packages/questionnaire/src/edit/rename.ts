import type { Comparison, Condition } from '../conditions/condition.types.ts';
import { parseCondition } from '../conditions/parse.ts';
import { writeCondition } from '../conditions/write.ts';
import type { Definition, Question } from '../definition/definition.schema.ts';
import { isQuestion, partAt, placesOf } from './place.ts';
import type { Place } from './place.ts';
import { replace } from './replace.ts';

/** Lists of a question whose entries have codes. */
export type CodeList = 'choices' | 'rows' | 'columns';

/**
 * The form with a part renamed, and its name in every condition that refers to it: in the whole form, or only within
 * one part of it.
 */
export function renamed(definition: Definition, place: Place, name: string, within: Place = []): Definition {
  const part = partAt(definition, place);
  if (part === undefined) return definition;
  const changed = replace(definition, place, { ...part, name });
  if (!isQuestion(part)) return changed;
  return withComparisons(changed, within, (comparison) =>
    comparison.question === part.name ? { ...comparison, question: name } : comparison,
  );
}

/** The form with the code of a choice renamed, also where conditions compare with it. */
export function withCodeRenamed(
  definition: Definition,
  place: Place,
  { list, index, code }: { list: CodeList; index: number; code: string },
): Definition {
  const question = partAt(definition, place);
  if (!isQuestion(question)) return definition;
  const before = codesIn(question, list)[index];
  if (before === undefined) return definition;
  const changed = replace(definition, place, withCode(question, list, index, code));
  const rename = (value: string): string => (value === before ? code : value);
  return withComparisons(changed, [], (comparison) => {
    if (comparison.question !== question.name) return comparison;
    if ('values' in comparison) return { ...comparison, values: comparison.values.map(rename) };
    if (!('value' in comparison) || typeof comparison.value !== 'string') return comparison;
    return { ...comparison, value: rename(comparison.value) } as Comparison;
  });
}

function codesIn(question: Question, list: CodeList): string[] {
  const entries: readonly { value: string }[] =
    list === 'choices'
      ? 'choices' in question
        ? question.choices
        : []
      : question.type === 'matrix'
        ? question[list]
        : [];
  return entries.map((entry) => entry.value);
}

function withCode(question: Question, list: CodeList, index: number, code: string): Question {
  const entries = (question as unknown as Record<CodeList, { value: string }[]>)[list];
  return {
    ...question,
    [list]: entries.map((entry, position) => (position === index ? { ...entry, value: code } : entry)),
  };
}

/** A condition that changes is written anew; any other, also one that does not parse, stays as its author wrote it. */
function withComparisons(
  definition: Definition,
  within: Place,
  change: (comparison: Comparison) => Comparison,
): Definition {
  return placesOf(definition)
    .filter((place) => within.every((step, depth) => place[depth] === step))
    .reduce((form, place) => {
      const part = partAt(form, place);
      const parsed = part?.visibleIf === undefined ? undefined : parseCondition(part.visibleIf);
      if (part === undefined || parsed?.ok !== true) return form;
      const visibleIf = writeCondition(mapped(parsed.condition, change));
      if (visibleIf === writeCondition(parsed.condition)) return form;
      return replace(form, place, { ...part, visibleIf });
    }, definition);
}

function mapped(condition: Condition, change: (comparison: Comparison) => Comparison): Condition {
  if ('left' in condition) {
    return { ...condition, left: mapped(condition.left, change), right: mapped(condition.right, change) };
  }
  if ('operand' in condition) return { ...condition, operand: mapped(condition.operand, change) };
  return change(condition);
}
