import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant, words } from '../fields.ts';
import { locales } from '../problem.ts';

export const readCalendarFeed = endpoint({
  name: 'readCalendarFeed',
  method: 'get',
  path: '/api/calendar-feed',
  summary: 'Since when the signed-in person’s plans can be subscribed to',
  gate: { kind: 'device', permission: 'sync.pull' },
  response: z.strictObject({ since: instant.nullable() }),
});

export const openCalendarFeed = endpoint({
  name: 'openCalendarFeed',
  method: 'post',
  path: '/api/calendar-feed',
  summary: 'A secret address under which a calendar reads the person’s plans; a former one ends',
  gate: { kind: 'device', permission: 'sync.pull' },
  /** The language of the entries. */
  body: z.strictObject({ locale: z.enum(locales) }),
  response: z.strictObject({
    /** Told this once: the server keeps only its hash. */
    path: z.string(),
    /** Where the server is reached from outside, without a trailing slash; null: where the tablet reaches it. */
    origin: z.string().nullable(),
    since: instant,
  }),
});

export const closeCalendarFeed = endpoint({
  name: 'closeCalendarFeed',
  method: 'delete',
  path: '/api/calendar-feed',
  summary: 'The secret address leads nowhere any more',
  gate: { kind: 'device', permission: 'sync.pull' },
  response: 'nothing',
});

export const readCalendar = endpoint({
  name: 'readCalendar',
  method: 'get',
  path: '/api/calendars/{token}',
  summary: 'The plans of whoever was given this address, as iCalendar (RFC 5545): places, and no resident',
  gate: { kind: 'public' },
  params: z.strictObject({ token: words(100) }),
  response: 'file',
});
