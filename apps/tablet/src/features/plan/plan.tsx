import { useTranslation } from 'react-i18next';
import { useRounds } from '../../app/round-context.tsx';
import shell from '../../app/shell.module.css';
import styles from './plan.module.css';
import { RoundPlan } from './round-plan.tsx';

/** Who goes where and when: building heads and leaders plan stairwells within the open round. */
export function Plan() {
  const { t } = useTranslation('tablet');
  const { view } = useRounds();
  return (
    <main className={shell['page']} tabIndex={0}>
      <div className={styles['page']}>
        <h1>{t('plan.title')}</h1>
        {view === undefined ? (
          <p className={styles['quiet']}>{t('plan.noRound')}</p>
        ) : (
          <RoundPlan key={view.round.id} view={view} />
        )}
      </div>
    </main>
  );
}
