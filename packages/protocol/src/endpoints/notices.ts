import { z } from 'zod';
import { noticeKinds, reminderCauses } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant, timeOfDay } from '../fields.ts';

/** Where a notice leads to: a stairwell, or a door of it. */
const noticePlace = z.strictObject({
  stairwellId: id,
  householdId: id.nullable(),
  compound: z.string(),
  building: z.string(),
  stairwell: z.string(),
  room: z.string().nullable(),
});

/** What somebody is told: of a round, a team, an address, days and hours. Never of who lives there. */
export const noticeView = z.strictObject({
  id,
  kind: z.enum(noticeKinds),
  madeAt: instant,
  readAt: instant.nullable(),
  roundId: id.nullable(),
  roundName: z.string().nullable(),
  teamName: z.string().nullable(),
  place: noticePlace.nullable(),
  facts: z.strictObject({
    cause: z.enum(reminderCauses).optional(),
    from: day.optional(),
    to: day.optional(),
    deadline: day.optional(),
    /** Of a plan or an appointment. */
    day: day.optional(),
    window: z.strictObject({ from: timeOfDay, until: timeOfDay }).optional(),
  }),
});
export type NoticeView = z.infer<typeof noticeView>;

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'get',
  path: '/api/notices',
  summary: 'One’s own notices, the latest hundred first',
  gate: { kind: 'signedIn' },
  response: z.strictObject({ unread: z.number().int(), items: z.array(noticeView) }),
});

export const readNotices = endpoint({
  name: 'readNotices',
  method: 'post',
  path: '/api/notices/read',
  summary: 'Mark one’s own notices as read',
  gate: { kind: 'signedIn' },
  body: z.strictObject({ ids: z.array(id).min(1).max(100) }),
  response: 'nothing',
});

/**
 * A notice as a tablet gets it: kinds and causes are words and no closed lists, so that a tablet which was not updated for
 * weeks still pulls, and says of a kind it does not know that there is something new.
 */
export const pulledNotice = z.strictObject({
  id,
  kind: z.string(),
  madeAt: instant,
  read: z.boolean(),
  roundId: id.nullable(),
  roundName: z.string().nullable(),
  teamName: z.string().nullable(),
  place: noticePlace.nullable(),
  facts: z.strictObject({
    cause: z.string().optional(),
    from: day.optional(),
    to: day.optional(),
    deadline: day.optional(),
    day: day.optional(),
    window: z.strictObject({ from: timeOfDay, until: timeOfDay }).optional(),
  }),
});

export const readPulledNotices = endpoint({
  name: 'readPulledNotices',
  method: 'post',
  path: '/api/sync/notices/read',
  summary: 'Notices of one’s own that were read on a tablet; said again, it changes nothing',
  gate: { kind: 'device', permission: 'sync.pull' },
  body: z.strictObject({ streetId: id, ids: z.array(id).min(1).max(100) }),
  response: 'nothing',
});
