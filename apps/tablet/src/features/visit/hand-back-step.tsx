import { useTranslation } from 'react-i18next';
import { stepAfter } from '../../work/draft.ts';
import { GiveBack } from './give-back.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

/** The last the resident sees: their answers are away, and the tablet goes back. The worker's PIN leads on. */
export function HandBackStep(step: StepProps) {
  const { t } = useTranslation('tablet');
  const { draft, change, form } = step;
  return (
    <VisitFrame resident step={step} title={t('visit.handBack.title')} hideTitle>
      <div className={styles['thanks']}>
        <p className={styles['big']} aria-hidden>
          {t('visit.handBack.title')}
        </p>
        <p className={styles['lead']}>{t('visit.handBack.why')}</p>
      </div>
      <GiveBack onWorker={() => change({ step: stepAfter(draft, form?.compiled ?? null) })} />
    </VisitFrame>
  );
}
