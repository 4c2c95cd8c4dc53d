import type { Question } from '../definition/definition.schema.ts';
import type { Wording } from '../forms/item.ts';

/** What residents are asked about, as an author looks for it. */
export const bankSubjects = [
  'effort',
  'activities',
  'compound',
  'building',
  'surroundings',
  'services',
  'wishes',
] as const;
export type BankSubject = (typeof bankSubjects)[number];

/** A wording of an item. One that forms may have taken never changes: what is better is the next version. */
export interface BankVersion {
  question: Question;
  /** Why it is worded so. */
  why: Wording;
}

/** An item ready to be asked, to be taken into any form. Its key never changes; version 1 is the first of `versions`. */
export interface BankItem {
  key: string;
  label: Wording;
  /** The first letters of the Chinese label in pinyin, to search by. */
  initials: string;
  subject: BankSubject;
  /** The scale that published mock surveys of several cities (2005–2022) ask it with. */
  seen: Wording;
  versions: readonly [BankVersion, ...BankVersion[]];
}

type About = Omit<BankItem, 'key' | 'versions'> & { why: Wording };

/** An item with its first wording. The key is the name its first wording has in a form. */
export function bankItem(question: Question, { why, ...about }: About): BankItem {
  return { key: question.name, ...about, versions: [{ question, why }] };
}

/** The same item with a better wording after those it has. */
export function reworded(item: BankItem, version: BankVersion): BankItem {
  return { ...item, versions: [...item.versions, version] };
}
