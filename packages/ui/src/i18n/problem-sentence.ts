import { isProblemCode, sentenceOf, type Locale } from '@huhudao/protocol';

/** What went wrong, in the reader's language: a problem says it itself; anything else that was thrown is no answer. */
export function sentenceOfError(error: unknown, locale: Locale, withoutAnswer: string): string {
  if (typeof error === 'object' && error !== null && 'code' in error && isProblemCode(error.code)) {
    const details = 'details' in error && typeof error.details === 'object' ? error.details : {};
    return sentenceOf({ code: error.code, details: { ...details } }, locale);
  }
  return withoutAnswer;
}
