import { addDays, dayOf } from '@huhudao/domain';
import {
  allows,
  closeCalendarFeed,
  openCalendarFeed,
  Problem,
  readCalendar,
  readCalendarFeed,
} from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { hashToken } from '../http/identity.ts';
import { route } from '../http/route.ts';
import { onPlatform } from '../http/transaction.ts';
import * as commands from './calendars.commands.ts';
import { presentCalendar } from './calendars.present.ts';
import * as queries from './calendars.queries.ts';

/** How far back a calendar still shows what was planned. */
const daysBack = 30;
/** Some calendars tell by the ending what an address leads to. */
const ending = '.ics';

/** The streets in which somebody goes from door to door. */
function streetsOf(deps: Deps, { grants }: queries.FeedRow): string[] {
  const visiting = grants.filter(({ role }) => allows('sync.pull', [role]));
  const streets = visiting.flatMap(({ areaId }) => deps.areas.streetsWithin(areaId));
  return [...new Set(streets.map(({ id }) => id))];
}

export const calendarRoutes = [
  route(readCalendarFeed, async ({ deps, identity }) => {
    const [standing] = await queries.findStanding(deps.sql, identity.personId);
    return { since: standing?.createdAt ?? null };
  }),

  route(openCalendarFeed, async ({ deps, actor, identity, body }) => {
    const input = { personId: identity.personId, locale: body.locale };
    const { token, since } = await onPlatform(deps, actor, commands.openFeed, input);
    return { path: `/api/calendars/${token}${ending}`, origin: deps.env.PUBLIC_URL ?? null, since };
  }),

  route(closeCalendarFeed, async ({ deps, actor, identity: { personId } }) => {
    await onPlatform(deps, actor, commands.closeFeed, { personId });
    return undefined;
  }),

  route(readCalendar, async ({ deps, params }) => {
    const token = params.token.endsWith(ending) ? params.token.slice(0, -ending.length) : params.token;
    const [feed] = await queries.findFeed(deps.sql, hashToken(token));
    if (feed === undefined) throw new Problem('notFound');
    const since = addDays(dayOf(deps.now().getTime()), -daysBack);
    const streets = streetsOf(deps, feed).map((streetId) =>
      queries.listPlanned(deps.sql, streetId, feed.personId, since),
    );
    const text = presentCalendar((await Promise.all(streets)).flat(), feed.locale);
    return { name: 'huhudao.ics', type: 'text/calendar; charset=utf-8', bytes: Buffer.from(text) };
  }),
];
