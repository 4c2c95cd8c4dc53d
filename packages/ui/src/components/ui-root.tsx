import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLocale } from '../i18n/use-locale.ts';

/** Gives the components the language on screen instead of the browser's. */
export function UiRoot({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
