import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanBook } from '../../work/plan-book.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './plan.module.css';

/** What residents have agreed to on a day, however it was agreed: it stands in the calendar by itself. */
export function Appointments({ book, day }: { book: PlanBook; day: string }) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const agreed = book.agreed
    .filter(({ appointment }) => appointment.day === day)
    .toSorted((a, b) => (a.appointment.from < b.appointment.from ? -1 : 1));
  if (agreed.length === 0) return null;
  return (
    <ul className={styles['agreed']}>
      {agreed.map(({ stairwell, household, appointment: { from, until } }) => (
        <li key={household.id}>
          <CalendarClock aria-hidden size="1.125em" />
          <span>{t('plan.appointment', { from, until, place: place(stairwell, household.room) })}</span>
        </li>
      ))}
    </ul>
  );
}
