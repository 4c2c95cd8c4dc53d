import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@huhudao/ui';
import { ProgressBar } from '@huhudao/ui/components';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { linkTo } from '../../app/navigation.tsx';
import type { PlannedVisit } from '../../work/plans.ts';
import type { StairwellView } from '../../work/round-view.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './today.module.css';

type Props = {
  roundId: string;
  stairwell: StairwellView;
  /** What is planned here for today. */
  plan: PlannedVisit | undefined;
  current: boolean;
};

/** A stairwell in the list: how far it is, what is planned for today, the next appointment. */
export const StairwellCard = memo(function StairwellCard({ roundId, stairwell, plan, current }: Props) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const { id } = stairwell.stairwell;
  const name = place(stairwell.stairwell);
  const total = stairwell.doors.length;
  const appointment = nextAppointment(stairwell);
  return (
    <li>
      <a
        className={styles['card']}
        aria-current={current || undefined}
        {...linkTo({ kind: 'stairwell', roundId, stairwellId: id })}
      >
        <b>{name}</b>
        <span className={styles['facts']}>
          {t('today.progress', { settled: stairwell.settled, count: total })}
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
});

function nextAppointment({ doors }: StairwellView): string | undefined {
  const day = today();
  const times = doors.flatMap(({ standing: { appointment } }) =>
    appointment?.day === day ? [appointment.from] : [],
  );
  return times.toSorted()[0];
}
