import { useTranslation } from 'react-i18next';
import { formatShortDay, today, useLocale } from '@huhudao/ui';
import type { Locale } from '@huhudao/protocol';
import { Chip, StateChip } from '@huhudao/ui/stairwell-grid';
import { linkTo } from '../../app/navigation.tsx';
import type { AppointmentEntry } from '../../work/doors-list.ts';
import type { Door } from '../../work/round-view.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './today.module.css';

/** A door in a list: room, name where one is known, state. */
export function DoorRow({ door, roundId, locale }: { door: Door; roundId: string; locale: Locale }) {
  const { t } = useTranslation('tablet');
  const { household, standing } = door;
  const { appointment } = standing;
  return (
    <li>
      <a
        className={styles['row']}
        {...linkTo({
          kind: 'door',
          roundId,
          stairwellId: household.stairwellId,
          householdId: household.id,
        })}
      >
        <b>{t('place.room', { room: household.room })}</b>
        {household.residentName !== null && <span>{household.residentName}</span>}
        <span className={styles['end']}>
          <StateChip state={door.state}>
            {appointment !== null && ` ${formatShortDay(appointment.day, locale)} ${appointment.from}`}
          </StateChip>
        </span>
      </a>
    </li>
  );
}

/** An appointment that is due: when, where, who. */
export function AppointmentRow({ entry, roundId }: { entry: AppointmentEntry; roundId: string }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const place = usePlaceName();
  const { door, stairwell, day, from, until } = entry;
  const { household } = door;
  const overdue = day < today();
  return (
    <li>
      <a
        className={styles['row']}
        {...linkTo({ kind: 'door', roundId, stairwellId: stairwell.id, householdId: household.id })}
      >
        <Chip tone={overdue ? 'back' : 'appointment'}>
          {overdue ? t('tablet:today.missed', { day: formatShortDay(day, locale) }) : `${from}–${until}`}
        </Chip>
        <b>{place(stairwell, household.room)}</b>
        {household.residentName !== null && <span>{household.residentName}</span>}
      </a>
    </li>
  );
}
