import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import { useLocking } from '../../app/locking.tsx';
import type { Practice } from '../../app/practice.ts';
import styles from './settings.module.css';

/** To practise oneself, or to let a new colleague: one's own work is locked first. */
export function BeginPractice() {
  const { t } = useTranslation('tablet');
  const { practise } = useLocking();
  return (
    <section className={styles['card']}>
      <h2>{t('practice.title')}</h2>
      <p className={styles['quiet']}>{t('practice.fromSettings')}</p>
      <div className={styles['actions']}>
        <Button icon={<GraduationCap aria-hidden size="1.125em" />} onPress={practise}>
          {t('practice.start')}
        </Button>
      </div>
    </section>
  );
}

/** What practice is, in place of who one is and of the lock. */
export function InPractice({ practice }: { practice: Practice }) {
  const { t } = useTranslation('tablet');
  return (
    <section className={styles['card']}>
      <h2>{t('practice.title')}</h2>
      <p>{t('practice.what')}</p>
      <div className={styles['actions']}>
        <Button onPress={practice.leave}>{t('practice.leave')}</Button>
      </div>
    </section>
  );
}
