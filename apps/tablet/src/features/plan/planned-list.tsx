import { useTranslation } from 'react-i18next';
import type { Work } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { formatDay, today, useLocale } from '@huhudao/ui';
import { Button } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTablet } from '../../app/tablet.tsx';
import type { LocalPart } from '../../local/work.types.ts';
import type { PlannedVisit } from '../../work/plans.ts';
import type { RoundView } from '../../work/round-view.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './plan.module.css';

type Props = { view: RoundView; planned: readonly PlannedVisit[]; mayPlan: boolean };

/** What is planned from today on, day by day, with how many doors are left there. */
export function PlannedList({ view, planned, mayPlan }: Props) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const now = today();
  const days = [
    ...Map.groupBy(
      planned.filter((plan) => plan.day >= now),
      (plan) => plan.day,
    ),
  ];
  return (
    <section className={styles['planned']}>
      <h2>{t('tablet:plan.planned')}</h2>
      {days.length === 0 && <p className={styles['quiet']}>{t('tablet:plan.nothing')}</p>}
      {days.map(([day, plans]) => (
        <div key={day}>
          <h3>
            {formatDay(day, locale)}
            {day === now && ` · ${t('tablet:plan.today')}`}
          </h3>
          <ul className={styles['rows']}>
            {plans.map((plan) => (
              <PlanRow key={plan.id} view={view} plan={plan} mayCancel={mayPlan && plan.mine} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function PlanRow({ view, plan, mayCancel }: { view: RoundView; plan: PlannedVisit; mayCancel: boolean }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const place = usePlaceName();
  const where = view.stairwells.find(({ stairwell }) => stairwell.id === plan.stairwellId);
  const cancel = async () => {
    const id = newId();
    const { streetId } = view;
    const label = { roundId: plan.roundId, stairwellId: plan.stairwellId, householdId: null };
    const work: Work<LocalPart> = {
      streetId,
      mutations: [{ id, kind: 'cancelPlan', payload: { planId: plan.id }, label }],
      local: { own: [{ id, kind: 'cancelPlan', streetId, planId: plan.id }], heldIds: [], draftIds: [] },
    };
    // Where it could not be written the store says so, and the plan stays.
    await store.freeze(work).catch(() => undefined);
  };
  return (
    <li className={styles['row']}>
      <span className={styles['time']}>
        {plan.from}–{plan.until}
      </span>
      <span className={styles['where']}>
        <b>{where === undefined ? '' : place(where.stairwell)}</b>
        <span className={styles['quiet']}>
          {plan.teamName}
          {where !== undefined && ` · ${t('plan.left', { count: where.doors.length - where.settled })}`}
          {plan.note !== null && ` · ${plan.note}`}
        </span>
      </span>
      {plan.unsent && <Chip tone="wait">{t('plan.unsent')}</Chip>}
      {mayCancel && (
        <Button look="quiet" onPress={() => void cancel()}>
          {t('plan.cancel')}
        </Button>
      )}
    </li>
  );
}
