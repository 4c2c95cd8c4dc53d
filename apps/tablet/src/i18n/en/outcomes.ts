import type { Complete } from '@huhudao/ui';
import type { outcomes as zhCN } from '../zh-CN/outcomes.ts';

export const outcomes: Complete<typeof zhCN> = {
  otherOutcomes: 'Other outcomes',
  refusal: 'The resident refuses',
  refusedHelp: 'A colleague may try once more in some days.',
  refusedHardHelp: 'Not to be disturbed again in this round.',
  appointmentTitle: 'Come back later',
  day: 'Day',
  from: 'From',
  until: 'Until',
  saveAppointment: 'Note the appointment',
  untilAfterFrom: 'The end must be after the start.',
  dayPast: 'The day must not be in the past.',
};
