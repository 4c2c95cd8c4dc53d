import { Segmented } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';

/** The page around whatever comes before the office: name, language, one thing to do. */
export function StartFrame({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <main className="start">
      <div className="start-language">
        <LanguageSwitch />
      </div>
      <div className="start-brand">
        <img src="/icon.svg" alt="" />
        <h1>{title}</h1>
      </div>
      {children}
    </main>
  );
}

/** Chinese or English, each in its own name. */
export function LanguageSwitch(): ReactElement {
  const t = useTexts();
  const { locale, changeLocale } = useLocale();
  return (
    <Segmented
      aria-label={t('shell.language')}
      value={locale}
      onChange={changeLocale}
      options={[
        { value: 'zh-CN', label: t('shell.chinese') },
        { value: 'en', label: t('shell.english') },
      ]}
    />
  );
}
