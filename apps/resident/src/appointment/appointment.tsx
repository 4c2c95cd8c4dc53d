import { useState } from 'react';
import type { AppointmentLink } from '@huhudao/protocol';
import { Opening } from '../screens/opening.tsx';
import { Trouble } from '../screens/trouble.tsx';
import { Agreed } from './agreed.tsx';
import { ChooseTime } from './choose-time.tsx';
import { useAppointment } from './use-appointment.ts';

/** One household, one link: when the visitors may come; with the same link another time, or not at all. */
export function Appointment({ link }: { link: AppointmentLink }) {
  const { state, choose, withdraw } = useAppointment(link);
  const [changing, setChanging] = useState(false);
  const [withdrawn, setWithdrawn] = useState(false);
  if (state.kind === 'opening') return <Opening />;
  if (state.kind === 'failed') return <Trouble error={state.error} />;
  const { offer, busy, error } = state;
  const { chosen } = offer;
  if (chosen !== null && !changing)
    return (
      <Agreed
        key={`${chosen.day} ${chosen.from}`}
        offer={offer}
        chosen={chosen}
        busy={busy}
        error={error}
        onChange={() => setChanging(true)}
        onWithdraw={() => void withdraw().then(setWithdrawn)}
      />
    );
  return (
    <ChooseTime
      offer={offer}
      busy={busy}
      error={error}
      withdrawn={withdrawn}
      onChoose={(wanted) =>
        void choose(wanted).then((done) => {
          if (!done) return;
          setChanging(false);
          setWithdrawn(false);
        })
      }
      {...(chosen === null ? {} : { onBack: () => setChanging(false) })}
    />
  );
}
