import { dayOf, timeOf } from '../calendar.ts';

/** When teams are told of the day's appointments: before they set out, and tablets may be offline from then on. */
const tellingBegins = '07:00';

/** Whether a team is to be told now of an appointment: on its day, from the morning on, until it is over. */
export const isAppointmentDue = (appointment: { day: string; until: string }, now: string): boolean =>
  appointment.day === dayOf(now) && timeOf(now) >= tellingBegins && timeOf(now) < appointment.until;
