import { useCallback, useEffect, useState } from 'react';
import {
  call,
  chooseAppointment,
  openAppointment,
  withdrawAppointment,
  type AppointmentLink,
  type AppointmentOffer,
  type Transport,
} from '@huhudao/protocol';

const transport: Transport = { origin: '', fetch: (input, init) => fetch(input, init) };

export type Wanted = { day: string; from: string; until: string; note: string };

export type Appointment = {
  state:
    | { kind: 'opening' }
    | { kind: 'failed'; error: unknown }
    | { kind: 'open'; offer: AppointmentOffer; busy: boolean; error: unknown };
  choose: (wanted: Wanted) => Promise<boolean>;
  withdraw: () => Promise<boolean>;
};

/** What a link offers, and what becomes of it. Nothing is said to be agreed before the server has said so. */
export function useAppointment(link: AppointmentLink): Appointment {
  const [state, setState] = useState<Appointment['state']>({ kind: 'opening' });
  useEffect(() => {
    let current = true;
    const tell = (next: Appointment['state']) => {
      if (current) setState(next);
    };
    call(transport, openAppointment, { body: link }).then(
      (offer) => tell({ kind: 'open', offer, busy: false, error: null }),
      (error: unknown) => tell({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [link]);
  const act = useCallback(async (asked: Promise<AppointmentOffer>): Promise<boolean> => {
    setState((before) => (before.kind === 'open' ? { ...before, busy: true, error: null } : before));
    try {
      setState({ kind: 'open', offer: await asked, busy: false, error: null });
      return true;
    } catch (error) {
      setState((before) => (before.kind === 'open' ? { ...before, busy: false, error } : before));
      return false;
    }
  }, []);
  const choose = useCallback(
    (wanted: Wanted) => act(call(transport, chooseAppointment, { body: { link, ...wanted } })),
    [act, link],
  );
  const withdraw = useCallback(() => act(call(transport, withdrawAppointment, { body: link })), [act, link]);
  return { state, choose, withdraw };
}
