import type { Counts } from '@huhudao/domain';
import type { CodeList, LocalisedText, Question } from '@huhudao/questionnaire/authoring';

/** A choice of any item, or a row or column of a grid: a code with its text, and what some of them have besides. */
export interface Entry {
  value: string;
  text: LocalisedText;
  counts?: Counts | undefined;
  score?: number | undefined;
  isExclusive?: boolean | undefined;
}

/** The entries of one of an item's lists. */
export function entriesIn(question: Question, list: CodeList): readonly Entry[] {
  if (list === 'choices') return 'choices' in question ? question.choices : [];
  return question.type === 'matrix' ? question[list] : [];
}

/** The item with a list of other entries; what is undefined in them is left out. */
export function withEntries(question: Question, list: CodeList, entries: readonly Entry[]): Question {
  const clean = entries.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)),
  );
  return { ...question, [list]: clean };
}
