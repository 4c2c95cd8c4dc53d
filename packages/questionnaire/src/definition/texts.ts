import type { Definition, LocalisedText } from './definition.schema.ts';

/** A text somebody reads, and where it stands in the definition. */
export interface PlacedText {
  path: string;
  text: LocalisedText;
}

const textProperties: ReadonlySet<string> = new Set([
  'title',
  'description',
  'text',
  'requiredErrorText',
  'placeholder',
  'labelTrue',
  'labelFalse',
  'minRateDescription',
  'maxRateDescription',
  'pageNextText',
  'pagePrevText',
  'completeText',
]);

/** Every text of a definition in reading order. */
export function textsOf(definition: Definition): PlacedText[] {
  return textsIn(definition, '');
}

function textsIn(value: object, path: string): PlacedText[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const partPath = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (textProperties.has(key) && isLocalisedText(part)) return [{ path: partPath, text: part }];
    return typeof part === 'object' && part !== null ? textsIn(part, partPath) : [];
  });
}

function isLocalisedText(part: unknown): part is LocalisedText {
  return typeof part === 'string' || (typeof part === 'object' && part !== null && !Array.isArray(part));
}

/** A text in both languages; `en` is null where the definition has none. */
export interface Translations {
  zh: string;
  en: string | null;
}

/** Both versions of a text. One without a language is Chinese, as is `default` unless `zh-cn` stands beside it. */
export function translationsOf(text: LocalisedText): Translations {
  if (typeof text === 'string') return { zh: text, en: null };
  const zh = text['zh-cn'];
  if (zh !== undefined) return { zh, en: text.en ?? text.default ?? null };
  if (text.default !== undefined) return { zh: text.default, en: text.en ?? null };
  throw new Error('a text of a definition always has Chinese');
}

/** The words of a text that is perhaps still being written: empty where there are none yet. */
export function wordsOf(text: LocalisedText | undefined): { zh: string; en: string } {
  if (text === undefined) return { zh: '', en: '' };
  if (typeof text !== 'string' && !hasChinese(text)) return { zh: '', en: text.en ?? '' };
  const { zh, en } = translationsOf(text);
  return { zh, en: en ?? '' };
}

/** Whether a text in several languages has Chinese among them. */
export function hasChinese(text: { default?: string | undefined; 'zh-cn'?: string | undefined }): boolean {
  return text['zh-cn'] !== undefined || text.default !== undefined;
}

/** A title as the product stores it beside a definition: Chinese, and English where there is one. */
export interface LocalisedTitle {
  default: string;
  en?: string;
}

/** The title of a definition. */
export function titleOf(definition: Definition): LocalisedTitle {
  const { zh, en } = translationsOf(definition.title);
  return en === null ? { default: zh } : { default: zh, en };
}
