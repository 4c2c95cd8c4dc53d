import { createInstance, type BackendModule, type i18n, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { must } from '@huhudao/domain';
import { locales, type Locale } from '@huhudao/protocol';
import { zhCN } from './zh-CN.ts';

const storageKey = 'huhudao.locale';

/** Reads a stored or foreign language tag; Chinese is the first language of the product. */
export function localeOf(tag: string | null | undefined): Locale {
  return locales.find((known) => known === tag) ?? 'zh-CN';
}

/** The catalogues of an app by namespace; `ui` is added here. Only who reads English has to load it. */
export type AppCatalogues = { 'zh-CN': ResourceLanguage; en: () => Promise<ResourceLanguage> };

/**
 * Starts the translations of an app: its own catalogues and the shared one, in the language this device was left in.
 * Both languages are files of the build; English is one of its own.
 */
export async function startTranslations(catalogues: AppCatalogues): Promise<i18n> {
  const instance = createInstance();
  await instance
    .use(initReactI18next)
    .use(english(catalogues.en))
    .init({
      lng: localeOf(localStorage.getItem(storageKey)),
      fallbackLng: false,
      ns: ['ui', ...Object.keys(catalogues['zh-CN'])],
      defaultNS: 'ui',
      resources: { 'zh-CN': { ui: zhCN, ...catalogues['zh-CN'] } },
      partialBundledLanguages: true,
      // No namespace of a bare `zh` is asked for.
      load: 'currentOnly',
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

/** Hands out a namespace of the English catalogues when the language is changed to it. */
function english(ofApp: AppCatalogues['en']): BackendModule {
  return {
    type: 'backend',
    callbackApi: false,
    init: () => undefined,
    read: async (_language: string, namespace: string) => {
      if (namespace === 'ui') return (await import('./en.ts')).en;
      return must((await ofApp())[namespace], 'the English catalogue');
    },
  };
}

function showLanguage(language: string): void {
  document.documentElement.lang = language;
}
