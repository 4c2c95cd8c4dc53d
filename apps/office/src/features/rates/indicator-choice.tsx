import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { indicators, type Indicator } from '@huhudao/domain';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';

type Props = { value: Indicator; choose: (indicator: Indicator) => void };

/** Which of the four rates. */
export function IndicatorChoice({ value, choose }: Props): ReactElement {
  const t = useTexts();
  const words = useWords();
  return (
    <Segmented
      aria-label={t('rates.byIndicator')}
      value={value}
      onChange={choose}
      options={indicators.map((one) => ({ value: one, label: words.indicator(one) }))}
    />
  );
}
