import { createInstance, type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { locales, type Locale } from '@huhudao/protocol';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const storageKey = 'huhudao.locale';

/** Reads a stored or foreign language tag; Chinese is the first language of the product. */
export function localeOf(tag: string | null | undefined): Locale {
  return locales.find((known) => known === tag) ?? 'zh-CN';
}

/** The catalogues of an app by namespace; `ui` is added here. */
export type AppCatalogues = Record<Locale, Resource[string]>;

/**
 * Starts the translations of an app: its own catalogues and the shared one, in the language this device was left in.
 * Everything is compiled in; nothing is fetched.
 */
export async function startTranslations(catalogues: AppCatalogues): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: localeOf(localStorage.getItem(storageKey)),
    fallbackLng: false,
    ns: ['ui', ...Object.keys(catalogues['zh-CN'])],
    defaultNS: 'ui',
    resources: {
      'zh-CN': { ui: zhCN, ...catalogues['zh-CN'] },
      en: { ui: en, ...catalogues.en },
    },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  showLanguage(instance.language);
  instance.on('languageChanged', (language) => {
    localStorage.setItem(storageKey, language);
    showLanguage(language);
  });
  return instance;
}

function showLanguage(language: string): void {
  document.documentElement.lang = language;
}
