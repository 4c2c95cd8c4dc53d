import { useTranslation } from 'react-i18next';
import { Frame } from './frame.tsx';
import styles from './frame.module.css';

/** The page opened without a code, as from a notice board: what it is for, and where a code comes from. */
export function Welcome() {
  const { t } = useTranslation('resident');
  const ways = ['answer', 'appointment'] as const;
  return (
    <Frame title={t('welcome.title')}>
      <p>{t('welcome.what')}</p>
      <h2>{t('welcome.howTitle')}</h2>
      <ul className={styles['ways']}>
        {ways.map((way) => (
          <li key={way}>{t(`welcome.${way}`)}</li>
        ))}
      </ul>
      <h2>{t('welcome.rightsTitle')}</h2>
      <p>{t('welcome.rights')}</p>
      <p>{t('welcome.otherwise')}</p>
    </Frame>
  );
}
