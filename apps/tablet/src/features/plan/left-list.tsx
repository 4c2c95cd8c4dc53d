import { CalendarPlus, GripVertical } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShortDay, today, useLocale } from '@huhudao/ui';
import { Button } from '@huhudao/ui/components';
import { leftIn, type PlanBook } from '../../work/plan-book.ts';
import type { PlannedVisit } from '../../work/plans.ts';
import type { StairwellView } from '../../work/round-view.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './plan.module.css';
import { useDrag } from './use-drag.ts';

type Props = { book: PlanBook; onPlan: (stairwellIds: readonly string[], day?: string) => void };

/** Stairwells with doors that are not settled, and whether they are planned: to be planned one by one, or several at once. */
export const LeftList = memo(function LeftList({ book, onPlan }: Props) {
  const { t } = useTranslation('tablet');
  const next = useMemo(() => nextPlans(book), [book]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const left = book.view.stairwells.filter((one) => leftIn(one) > 0);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <section className={styles['left']}>
      <h2>{t('plan.whoIsLeft')}</h2>
      <p className={styles['quiet']}>{left.length === 0 ? t('plan.allDone') : t('plan.whoIsLeftHint')}</p>
      <ul className={styles['rows']}>
        {left.map((one) => (
          <LeftRow
            key={one.stairwell.id}
            view={one}
            next={next.get(one.stairwell.id)}
            chosen={chosen.includes(one.stairwell.id)}
            onToggle={toggle}
            onPlan={onPlan}
          />
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={styles['chosen']}>
          <Button
            look="primary"
            wide
            icon={<CalendarPlus aria-hidden size="1.125em" />}
            onPress={() => {
              onPlan(chosen);
              setChosen([]);
            }}
          >
            {t('plan.addChosen', { count: chosen.length })}
          </Button>
        </div>
      )}
    </section>
  );
});

/** The next plan of each stairwell that has one. */
function nextPlans({ plans }: PlanBook): ReadonlyMap<string, PlannedVisit> {
  const now = today();
  const coming = plans.filter(({ day }) => day >= now);
  return new Map(
    coming.toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1)).map((plan) => [plan.stairwellId, plan]),
  );
}

const orderOf = ({ day, from }: PlannedVisit): string => `${day} ${from}`;

type RowProps = {
  view: StairwellView;
  next: PlannedVisit | undefined;
  chosen: boolean;
  onToggle: (id: string) => void;
  onPlan: Props['onPlan'];
};

function LeftRow({ view, next, chosen, onToggle, onPlan }: RowProps) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const place = usePlaceName();
  const { id } = view.stairwell;
  const drag = useDrag((key) => {
    // Only a day is a place here; in the calendar of one day the columns are teams.
    if (/^\d{4}-\d{2}-\d{2}$/.test(key)) onPlan([id], key);
  });
  const name = place(view.stairwell);
  return (
    <li className={styles['row']} data-moves>
      <label className={styles['pick']}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('plan.choose', { place: name })}
          onChange={() => onToggle(id)}
        />
        <span className={styles['where']}>
          <b>{name}</b>
          <span className={styles['quiet']}>
            {t('plan.left', { count: leftIn(view) })} ·{' '}
            {next === undefined
              ? t('plan.notPlanned')
              : t('plan.next', {
                  day: formatShortDay(next.day, locale),
                  from: next.from,
                  team: next.teamName,
                })}
          </span>
        </span>
      </label>
      <button
        type="button"
        className={styles['handle']}
        aria-label={t('plan.dragNew', { place: name })}
        onClick={(event) => {
          // By keyboard there is nothing to drag: the form asks for the day.
          if (event.detail === 0) onPlan([id]);
        }}
        {...drag}
      >
        <GripVertical aria-hidden size="1.25em" />
      </button>
    </li>
  );
}
