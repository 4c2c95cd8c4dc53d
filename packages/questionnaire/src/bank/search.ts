import type { Indicator } from '@huhudao/domain';
import { wordsOf } from '../definition/texts.ts';
import type { BankItem, BankSubject } from './bank-item.ts';
import { newestOf } from './origin.ts';

/** What an author looks for: words, first letters in pinyin or a key; an indicator; a subject. */
export interface BankSearch {
  words: string;
  indicator: Indicator | null;
  subject: BankSubject | null;
}

/** The items that fit a search, in the order of the bank. */
export function searched(bank: readonly BankItem[], { words, indicator, subject }: BankSearch): BankItem[] {
  const parts = words.trim().toLowerCase().split(/\s+/);
  return bank.filter(
    (item) =>
      (subject === null || item.subject === subject) &&
      (indicator === null || indicatorOf(item) === indicator) &&
      parts.every((part) => textOf(item).includes(part)),
  );
}

/** The indicator an item counts towards; null for one that is not counted. */
export function indicatorOf(item: BankItem): Indicator | null {
  const question = newestOf(item);
  return 'indicator' in question ? (question.indicator ?? null) : null;
}

function textOf(item: BankItem): string {
  const { zh, en } = wordsOf(newestOf(item).title);
  return [item.key, item.initials, ...item.label, zh, en].join('\n').toLowerCase();
}
