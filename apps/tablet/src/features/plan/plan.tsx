import { useTranslation } from 'react-i18next';
import { useRounds } from '../../app/round-context.tsx';
import { useMay } from '../../app/tablet.tsx';
import type { RoundView } from '../../work/round-view.ts';
import shell from '../../app/shell.module.css';
import { PlanForm } from './plan-form.tsx';
import { PlannedList } from './planned-list.tsx';
import styles from './plan.module.css';
import { usePlans } from './use-plans.ts';

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
          <OfRound view={view} />
        )}
      </div>
    </main>
  );
}

function OfRound({ view }: { view: RoundView }) {
  const { t } = useTranslation('tablet');
  const mayPlan = useMay('plans.make', view.streetId);
  const { reference, planned } = usePlans(view);
  return (
    <div className={styles['columns']}>
      {mayPlan ? (
        <PlanForm key={view.round.id} view={view} reference={reference} planned={planned} />
      ) : (
        <p className={styles['quiet']}>{t('plan.notPlanner')}</p>
      )}
      <PlannedList view={view} planned={planned} mayPlan={mayPlan} />
    </div>
  );
}
