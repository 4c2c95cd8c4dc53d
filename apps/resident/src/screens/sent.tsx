import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Frame } from './frame.tsx';
import styles from './frame.module.css';

/** Seen by the visitor from a step away, and with none of the answers on it. */
export function Sent() {
  const { t } = useTranslation('resident');
  return (
    <Frame title={t('sent.title')} hideTitle>
      <div className={styles['middle']}>
        <CircleCheck aria-hidden className={styles['sent']} size="7rem" strokeWidth={1.5} />
        <p className={`${styles['huge']} ${styles['sent']}`} aria-hidden>
          {t('sent.title')}
        </p>
        <p>{t('sent.thanks')}</p>
        <p>{t('sent.gone')}</p>
        <p className={styles['lead']}>{t('sent.show')}</p>
      </div>
    </Frame>
  );
}
