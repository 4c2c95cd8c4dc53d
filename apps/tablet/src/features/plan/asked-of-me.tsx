import { useTranslation } from 'react-i18next';
import { today } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import type { PlanBook } from '../../work/plan-book.ts';
import styles from './plan.module.css';
import { usePlanChanges } from './use-plan-changes.ts';

/** What others have planned for a team I lead; one by one it is answered in the calendar. */
export function AskedOfMe({ book }: { book: PlanBook }) {
  const { t } = useTranslation('tablet');
  const changes = usePlanChanges(book.view);
  const now = today();
  const asked = book.plans.filter((plan) => plan.asksMe && plan.day >= now);
  if (asked.length === 0) return null;
  return (
    <Note kind="info" title={t('plan.asksYou', { count: asked.length })}>
      <div className={styles['actions']}>
        <Button look="primary" onPress={() => void changes.accept(asked)}>
          {t('plan.acceptAll', { count: asked.length })}
        </Button>
      </div>
    </Note>
  );
}
