import { useTranslation } from 'react-i18next';
import type { Locale } from '@huhudao/protocol';
import { localeOf } from './locale.ts';

/** The language on screen and how to change it. */
export function useLocale(): { locale: Locale; changeLocale: (locale: Locale) => void } {
  const { i18n } = useTranslation();
  return {
    locale: localeOf(i18n.language),
    changeLocale: (locale) => void i18n.changeLanguage(locale),
  };
}
