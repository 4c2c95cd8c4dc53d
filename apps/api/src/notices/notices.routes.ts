import { listNotices, readNotices, readPulledNotices } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import type { Identity } from '../http/identity.ts';
import { route } from '../http/route.ts';
import * as queries from './notices.queries.ts';

/** Streets in which somebody holds a role still; notices of others are no longer theirs. */
const streetsOf = (deps: Deps, { grants }: Identity): string[] => [
  ...new Set(grants.flatMap(({ areaId }) => deps.areas.streetsWithin(areaId).map((street) => street.id))),
];

export const noticeRoutes = [
  route(listNotices, async ({ deps, identity }) => {
    const rows = await queries.listNotices(deps.sql, streetsOf(deps, identity), identity.personId);
    const items = rows.map(({ unread: _, ...notice }) => notice);
    return { unread: rows[0]?.unread ?? 0, items };
  }),

  route(readNotices, async ({ deps, identity, body }) => {
    const at = deps.now().toISOString();
    await queries.markRead(deps.sql, identity.personId, body.ids, streetsOf(deps, identity), at);
    return undefined;
  }),

  route(readPulledNotices, async ({ deps, identity, body }) => {
    await queries.markRead(deps.sql, identity.personId, body.ids, [body.streetId], deps.now().toISOString());
    return undefined;
  }),
];
