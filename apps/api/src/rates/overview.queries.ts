import type { Db } from '@huhudao/db';
import { waitingStates } from '@huhudao/domain';
import { tellsOfUnreleased } from '../http/rounds.queries.ts';
import type { AreaFigures } from './figures.types.ts';
import { partlyCovered, visibleRound, type RatedRound } from './rates.queries.ts';

/** Where the overview looks, and who looks. */
export type OverviewScope = { streetId: string; communityIds: readonly string[]; viewerId: string };

const communities = (db: Db, { communityIds }: OverviewScope) => db`${db.array([...communityIds])}::uuid[]`;

export const listOpenRounds = (db: Db, scope: OverviewScope) => db<Omit<RatedRound, 'questionnaireHash'>[]>`
  select r.street_id, r.id, r.name, r.purpose, r.starts_on, r.deadline, r.state,
         ${partlyCovered(db, scope.communityIds)}
  from round r
  where r.street_id = ${scope.streetId} and r.state = 'open' and ${visibleRound(db, scope.viewerId)}
    and r.scope -> 'communityIds' ?| ${db.array([...scope.communityIds])}::text[]
  order by r.deadline, r.starts_on, r.id`;

export const countRevisits = (db: Db, scope: OverviewScope, today: string) => db<
  { open: number; due: number }[]
>`
  select count(*)::int as open, (count(*) filter (where v.due_on <= ${today}))::int as due
  from revisit v
  left join round r on r.street_id = v.street_id and r.id = v.round_id
  where v.street_id = ${scope.streetId} and v.community_id = any(${communities(db, scope)})
    and v.state = any(${db.array([...waitingStates])}::text[])
    and (v.round_id is null or ${visibleRound(db, scope.viewerId)})`;

export const countProposals = (db: Db, scope: OverviewScope) => db<{ count: number }[]>`
  select count(*)::int as count
  from occupancy_proposal p
  join household h on h.street_id = p.street_id and h.id = p.household_id
  where p.street_id = ${scope.streetId} and p.decided_at is null and h.community_id = any(${communities(db, scope)})`;

export const countQuarantined = (db: Db, scope: OverviewScope) => db<{ count: number }[]>`
  select count(*)::int as count from quarantine q
  where q.street_id = ${scope.streetId} and q.resolved_at is null and not ${tellsOfUnreleased(db)}`;

/** Visits since the Monday of this week, and in the week before; two teams at one door on one day count once. */
export const countVisits = (db: Db, scope: OverviewScope, monday: string, mondayBefore: string) => db<
  { thisWeek: number; lastWeek: number }[]
>`
  select (count(*) filter (where v.visited_on >= ${monday}))::int as this_week,
         (count(*) filter (where v.visited_on < ${monday}))::int as last_week
  from visit v
  join round r on r.street_id = v.street_id and r.id = v.round_id
  where v.street_id = ${scope.streetId} and v.visited_on >= ${mondayBefore} and not v.parallel
    and v.community_id = any(${communities(db, scope)}) and ${visibleRound(db, scope.viewerId)}`;

/** Households of open rounds at whose door two teams were on one day. */
export const countParallel = (db: Db, scope: OverviewScope) => db<{ count: number }[]>`
  select count(distinct v.household_id)::int as count
  from visit v
  join round r on r.street_id = v.street_id and r.id = v.round_id and r.state = 'open'
  where v.street_id = ${scope.streetId} and v.parallel and v.community_id = any(${communities(db, scope)})
    and ${visibleRound(db, scope.viewerId)}`;

/** What the newest round with releases shows of an area's topics. */
export const findTopics = (db: Db, { streetId, viewerId }: OverviewScope, areaId: string) => db<
  { topics: AreaFigures['topics'] }[]
>`
  select l.figures -> 'topics' as topics
  from round r
  cross join lateral (
    select e.figures
    from release e
    where e.street_id = r.street_id and e.round_id = r.id and e.area_id = ${areaId} and e.indicator = ''
    order by e.number desc
    limit 1
  ) l
  where r.street_id = ${streetId} and ${visibleRound(db, viewerId)}
  order by r.opened_at desc
  limit 1`;
