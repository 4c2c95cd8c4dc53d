import { z } from 'zod';
import { noticeKinds, reminderCauses } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant } from '../fields.ts';

/** What somebody is told: of a round, a team, days and counts. Never of a resident. */
export const noticeView = z.strictObject({
  id,
  kind: z.enum(noticeKinds),
  madeAt: instant,
  readAt: instant.nullable(),
  roundId: id.nullable(),
  roundName: z.string().nullable(),
  teamName: z.string().nullable(),
  facts: z.strictObject({
    cause: z.enum(reminderCauses).optional(),
    from: day.optional(),
    to: day.optional(),
    deadline: day.optional(),
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
