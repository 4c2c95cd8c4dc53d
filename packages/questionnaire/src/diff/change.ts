import type { LocalisedText } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';

/** What can be different between two versions of a form. */
export const changeCodes = [
  'formTitle',
  'formDescription',
  'buttonText',
  'pageAdded',
  'pageRemoved',
  'pageTitle',
  'pageDescription',
  'pageCondition',
  'itemAdded',
  'itemRemoved',
  'itemRenamed',
  'itemMoved',
  'kindChanged',
  'wording',
  'hint',
  'choiceAdded',
  'choiceRemoved',
  'choiceRecoded',
  'choiceWording',
  'choicesReordered',
  'condition',
  'required',
  'limits',
  'layout',
  'indicator',
  'headline',
  'counts',
  'score',
  'use',
  'bank',
] as const;
export type ChangeCode = (typeof changeCodes)[number];

export type Words = ReturnType<typeof wordsOf>;

/** One difference, about one part of the form. */
export interface Change {
  code: ChangeCode;
  /** Answers from before and after it cannot be put in one series: columns end, or the same code means another thing. */
  breaking: boolean;
  /** The title of the item or page it is about; empty for the form itself. */
  about: Words;
  /** What it was and what it is, where that can be shown: texts, conditions, codes. */
  before: Words | null;
  after: Words | null;
}

/** The same in both languages: codes, conditions. */
export function plain(text: string | number | undefined): Words | null {
  return text === undefined ? null : { zh: String(text), en: String(text) };
}

/** A text as it is shown; null where there is none. */
export function shown(text: LocalisedText | undefined): Words | null {
  const words = wordsOf(text);
  return words.zh === '' && words.en === '' ? null : words;
}
