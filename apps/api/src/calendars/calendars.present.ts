import ical, { ICalCalendarMethod } from 'ical-generator';
import { instantOf } from '@huhudao/domain';
import type { Locale } from '@huhudao/protocol';
import type { PlannedRow } from './calendars.queries.ts';

/** How often a calendar should ask again. */
const hourly = 3600;

const words = {
  'zh-CN': {
    name: '户户到 · 走访排班',
    summary: ({ place }: PlannedRow) => `走访 ${place}`,
    description: ({ roundName, teamName, doorsLeft }: PlannedRow) =>
      `${roundName}\n${teamName}\n还有 ${doorsLeft} 户没有结果`,
  },
  en: {
    name: 'Huhudao · visits planned',
    summary: ({ place }: PlannedRow) => `Visit ${place}`,
    description: ({ roundName, teamName, doorsLeft }: PlannedRow) =>
      `${roundName}\n${teamName}\n${doorsLeft} ${doorsLeft === 1 ? 'door' : 'doors'} left`,
  },
} as const;

/**
 * Plans as iCalendar (RFC 5545), times in UTC. Calendars are kept by others, on their servers: places and teams stand in
 * it, never a door, a resident or what somebody noted.
 */
export function presentCalendar(planned: readonly PlannedRow[], locale: Locale): string {
  const { name, summary, description } = words[locale];
  const calendar = ical({ name, ttl: hourly, prodId: { company: 'Huhudao', product: 'Huhudao' } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const plan of planned)
    calendar.createEvent({
      id: plan.id,
      stamp: new Date(plan.createdAt),
      start: new Date(instantOf(plan.day, plan.from)),
      end: new Date(instantOf(plan.day, plan.until)),
      summary: summary(plan),
      description: description(plan),
      location: plan.place,
    });
  return calendar.toString();
}
