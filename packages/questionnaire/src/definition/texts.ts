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

/** A text in both languages; null where the definition has none. A text without a language is Chinese. */
export interface Translations {
  zh: string | null;
  en: string | null;
}

/** Both versions of a text. */
export function translationsOf(text: LocalisedText | undefined): Translations {
  if (text === undefined) return { zh: null, en: null };
  if (typeof text === 'string') return { zh: text, en: null };
  return { zh: text['zh-cn'] ?? text.default ?? null, en: text.en ?? null };
}
