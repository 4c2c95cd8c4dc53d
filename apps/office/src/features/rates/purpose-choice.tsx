import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';

const measured = ['measurement', 'coverage'] as const;
type Purpose = (typeof measured)[number];
type Props = { value: Purpose; choose: (purpose: Purpose) => void };

/** Which rounds the figures are of: rates are never taken from both at once. */
export function PurposeChoice({ value, choose }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  return (
    <Segmented
      aria-label={t('rates.purposeLabel')}
      value={value}
      onChange={choose}
      options={measured.map((one) => ({ value: one, label: words.purpose(one) }))}
    />
  );
}
