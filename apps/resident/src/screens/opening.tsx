import { useTranslation } from 'react-i18next';
import { Frame } from './frame.tsx';

export function Opening() {
  const { t } = useTranslation('resident');
  return (
    <Frame title={t('opening')}>
      <p role="status" />
    </Frame>
  );
}
