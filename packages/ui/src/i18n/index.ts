export { type Complete } from './catalogue.ts';
export { localeOf, startTranslations, type AppCatalogues } from './locale.ts';
export { sentenceOfError } from './problem-sentence.ts';
export { useLocale } from './use-locale.ts';
import './resources.ts';
