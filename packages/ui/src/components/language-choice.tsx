import { useTranslation } from 'react-i18next';
import { locales } from '@huhudao/protocol';
import { useLocale } from '../i18n/use-locale.ts';
import { SegmentedChoice } from './segmented-choice.tsx';

export function LanguageChoice({ hideLabel = true }: { hideLabel?: boolean }) {
  const { t } = useTranslation('ui');
  const { locale, changeLocale } = useLocale();
  return (
    <SegmentedChoice
      label={t('common.language')}
      hideLabel={hideLabel}
      choices={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
      value={locale}
      onChange={changeLocale}
    />
  );
}
