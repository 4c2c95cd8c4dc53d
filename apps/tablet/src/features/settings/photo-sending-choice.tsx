import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '@huhudao/ui/components';
import { changeSparing, tellsNetwork, useSparing } from '../../app/photo-sending.ts';
import styles from './settings.module.css';

/** When photos may leave; where the browser does not tell the network, sparing it means waiting for a tap. */
export function PhotoSendingChoice() {
  const { t } = useTranslation('tablet');
  const sparing = useSparing();
  return (
    <div className={styles['explained']}>
      <SegmentedChoice
        label={t('concern.sending.label')}
        choices={[
          {
            value: 'sparing',
            label: t(tellsNetwork() ? 'concern.sending.sparingWifi' : 'concern.sending.sparingTap'),
          },
          { value: 'always', label: t('concern.sending.always') },
        ]}
        value={sparing ? 'sparing' : 'always'}
        onChange={(chosen) => changeSparing(chosen === 'sparing')}
      />
      <p className={styles['quiet']}>{t('concern.sending.help')}</p>
    </div>
  );
}
