import { GraduationCap, X } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './practice-band.module.css';

/** Says on every screen that this is practice: by its place, its stripes, its picture and its word. */
export function PracticeBand({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('tablet');
  // Every screen leaves room for it, and its own head is of another colour; see practice-band.module.css.
  useLayoutEffect(() => {
    document.documentElement.dataset['practice'] = '';
    return () => {
      delete document.documentElement.dataset['practice'];
    };
  }, []);
  return (
    <aside className={styles['band']} aria-label={t('practice.label')}>
      <GraduationCap aria-hidden size="1.375em" />
      <b>{t('practice.band')}</b>
      <button type="button" className={styles['leave']} aria-label={t('practice.leave')} onClick={onLeave}>
        <X aria-hidden size="1.125em" />
        {t('practice.leaveShort')}
      </button>
    </aside>
  );
}
