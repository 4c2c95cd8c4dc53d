import type { LocalisedText } from '../definition/definition.schema.ts';
import { wordsOf } from '../definition/texts.ts';

/** The languages of a text, as its author writes them beside each other. */
export type Language = 'zh' | 'en';

/** A text with one of its languages written anew; the other stays. */
export function withWords(text: LocalisedText | undefined, language: Language, words: string): LocalisedText {
  const written = wordsOf(text);
  const zh = language === 'zh' ? words : written.zh;
  const en = language === 'en' ? words : written.en;
  return en === '' ? { default: zh } : { default: zh, en };
}

/** The same for a text that there need not be: gone when nothing is left of it. */
export function withOptionalWords(
  text: LocalisedText | undefined,
  language: Language,
  words: string,
): LocalisedText | undefined {
  const changed = withWords(text, language, words);
  const { zh, en } = wordsOf(changed);
  return zh === '' && en === '' ? undefined : changed;
}
