import { useTranslation } from 'react-i18next';
import { today } from '@huhudao/ui';
import { ProgressBar } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { linkTo } from '../../app/navigation.tsx';
import type { RoundView, StairwellView } from '../../work/round-view.ts';
import { usePlans } from '../plan/use-plans.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './today.module.css';

type Props = { view: RoundView; stairwell: StairwellView; current: boolean };

/** A stairwell in the list: how far it is, what is planned for today, the next appointment. */
export function StairwellCard({ view, stairwell, current }: Props) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const { planned } = usePlans(view);
  const { id } = stairwell.stairwell;
  const name = place(stairwell.stairwell);
  const total = stairwell.doors.length;
  const plan = planned.find((one) => one.stairwellId === id && one.day === today());
  const appointment = nextAppointment(stairwell);
  return (
    <li>
      <a
        className={styles['card']}
        aria-current={current || undefined}
        {...linkTo({ kind: 'stairwell', roundId: view.round.id, stairwellId: id })}
      >
        <b>{name}</b>
        <span className={styles['facts']}>
          {t('today.progress', { settled: stairwell.settled, total })}
          {appointment !== undefined && (
            <Chip tone="appointment">{t('today.appointmentAt', { time: appointment })}</Chip>
          )}
          {plan !== undefined && (
            <Chip tone="done">
              {t('today.planned', { from: plan.from, until: plan.until, team: plan.teamName })}
            </Chip>
          )}
        </span>
        <ProgressBar label={t('today.progressLabel', { place: name })} value={stairwell.settled} of={total} />
      </a>
    </li>
  );
}

function nextAppointment({ doors }: StairwellView): string | undefined {
  const times = doors.flatMap(({ standing: { appointment } }) =>
    appointment?.day === today() ? [appointment.from] : [],
  );
  return times.toSorted()[0];
}
