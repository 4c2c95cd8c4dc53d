import { useTranslation } from 'react-i18next';
import { locales } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { SegmentedChoice } from '@huhudao/ui/components';

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
