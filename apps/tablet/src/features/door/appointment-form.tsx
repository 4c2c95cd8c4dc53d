import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '@huhudao/domain';
import { today } from '@huhudao/ui';
import { Button, TextField } from '@huhudao/ui/components';
import type { Round } from '../../local/reference.types.ts';
import type { Appointment } from '../../local/work.types.ts';
import styles from './door.module.css';

/** When to come back; people are at home in the evening, so that is where it starts. */
const usual = { from: '19:00', until: '20:00' };

export function AppointmentForm(props: { round: Round; onSave: (appointment: Appointment) => void }) {
  const { t } = useTranslation('tablet');
  const [appointment, setAppointment] = useState<Appointment>({ day: addDays(today(), 1), ...usual });
  const change = (part: Partial<Appointment>) => setAppointment((before) => ({ ...before, ...part }));
  const { day, from, until } = appointment;
  const past = day < today();
  const backwards = until <= from;
  return (
    <form
      className={styles['list']}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(appointment);
      }}
    >
      <TextField
        type="date"
        label={t('outcomes.day')}
        value={day}
        min={today()}
        max={props.round.deadline}
        onChange={(value) => change({ day: value })}
        error={past ? t('outcomes.dayPast') : undefined}
      />
      <div className={styles['pair']}>
        <TextField
          type="time"
          label={t('outcomes.from')}
          value={from}
          onChange={(value) => change({ from: value })}
        />
        <TextField
          type="time"
          label={t('outcomes.until')}
          value={until}
          onChange={(value) => change({ until: value })}
          error={backwards ? t('outcomes.untilAfterFrom') : undefined}
        />
      </div>
      <Button submits look="primary" size="large" wide disabled={past || backwards || day === ''}>
        {t('outcomes.saveAppointment')}
      </Button>
    </form>
  );
}
