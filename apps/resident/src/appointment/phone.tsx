import { useTranslation } from 'react-i18next';
import styles from '../screens/frame.module.css';

/** Whoever would rather talk calls the community; nothing where it has published no number. */
export function Phone({ phone }: { phone: string | null }) {
  const { t } = useTranslation('resident');
  if (phone === null) return null;
  return (
    <p className={styles['lead']}>
      {t('appointment.call')}{' '}
      <a className={styles['phone']} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
        {phone}
      </a>
    </p>
  );
}
