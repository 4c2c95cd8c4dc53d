import { useTranslation } from 'react-i18next';
import { codes as known } from '../../i18n/zh-CN/codes.ts';

const isKnown = (code: string): code is keyof typeof known => Object.hasOwn(known, code);

/** Answer codes in words; a code of somebody's own questionnaire stays as it is. */
export function useCodes(): (codes: readonly string[]) => string {
  const { t } = useTranslation('office');
  return (codes) =>
    codes.length === 0
      ? t('shell.none')
      : codes.map((code) => (isKnown(code) ? t(`codes.${code}`) : code)).join(' · ');
}
