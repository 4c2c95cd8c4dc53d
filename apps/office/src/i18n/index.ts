import { useTranslation } from 'react-i18next';
import { startTranslations } from '@huhudao/ui';
import { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    office: typeof zhCN;
  }
}

/** Starts the translations with the language chosen last on this computer; Chinese at first. */
export const startTexts = () =>
  startTranslations({
    'zh-CN': { office: zhCN },
    en: async () => ({ office: (await import('./en.ts')).en }),
  });

/** The office's own texts, by typed key. */
export function useTexts() {
  return useTranslation('office').t;
}
