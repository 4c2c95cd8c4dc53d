import { z } from 'zod';
import { appointmentLink } from '../appointment-link.ts';
import { endpoint } from '../endpoint.ts';
import { day, timeOfDay, words } from '../fields.ts';

const when = { day, from: timeOfDay, until: timeOfDay };
/** The longest note to the visitors, in characters. */
export const appointmentNoteLimit = 100;

/** What a resident is told by a link: of other households nothing, of their own only what was chosen with this link. */
export const appointmentOffer = z.strictObject({
  streetName: z.string(),
  communityName: z.string(),
  /** Why somebody comes, where it is the same for everybody; null where it concerns this household alone. */
  statement: z.string().nullable(),
  /** The community’s telephone; null where it has written down none. */
  phone: z.string().nullable(),
  /** The coming days with their free windows. */
  days: z.array(
    z.strictObject({ day, windows: z.array(z.strictObject({ from: timeOfDay, until: timeOfDay })) }),
  ),
  chosen: z.strictObject({ ...when, note: z.string().nullable() }).nullable(),
});
export type AppointmentOffer = z.infer<typeof appointmentOffer>;

export const openAppointment = endpoint({
  name: 'openAppointment',
  method: 'post',
  path: '/api/appointments/open',
  summary: 'When a resident can be visited, by the link on a slip or notice, and what they chose with it',
  gate: { kind: 'public' },
  body: appointmentLink,
  response: appointmentOffer,
});

export const chooseAppointment = endpoint({
  name: 'chooseAppointment',
  method: 'post',
  path: '/api/appointments',
  summary:
    'Choose when to be visited, or another time with the same link; the same choice again has no effect',
  gate: { kind: 'public' },
  body: z.strictObject({ link: appointmentLink, ...when, note: words(appointmentNoteLimit) }),
  response: appointmentOffer,
});

export const withdrawAppointment = endpoint({
  name: 'withdrawAppointment',
  method: 'post',
  path: '/api/appointments/withdraw',
  summary: 'Withdraw what was chosen with this link; again has no effect',
  gate: { kind: 'public' },
  body: appointmentLink,
  response: appointmentOffer,
});
