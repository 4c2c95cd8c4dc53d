import { useTranslation } from 'react-i18next';
import { changeAppearance, typeSizes, useAppearance } from '../theme/appearance.ts';
import { SegmentedChoice } from './segmented-choice.tsx';

export function TypeSizeChoice() {
  const { t } = useTranslation('ui');
  const { typeSize } = useAppearance();
  return (
    <SegmentedChoice
      label={t('typeSize.label')}
      hideLabel
      choices={typeSizes.map((value) => ({ value, label: t(`typeSize.${value}`) }))}
      value={typeSize}
      onChange={(chosen) => changeAppearance({ typeSize: chosen })}
    />
  );
}
