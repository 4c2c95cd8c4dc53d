/** What the tests of replacing people look at and change in the database. */
import type { Db } from '@huhudao/db';

/** Who is where and has what: all that a replacement may move, in an order of its own. */
export const snapshot = (db: Db, streetId: string) => db<{ what: string }[]>`
  select 'team ' || id || ' ' || leader_id || ' ' || (disbanded_at is null) as what from team where street_id = ${streetId}
  union all
  select 'member ' || team_id || ' ' || person_id from team_member where street_id = ${streetId}
  union all
  select 'door ' || round_id || ' ' || household_id || ' ' || coalesce(team_id::text, '-') from assignment
  where street_id = ${streetId}
  union all
  select 'plan ' || id || ' ' || team_id || ' ' || (cancelled_at is null) from plan where street_id = ${streetId}
  union all
  select 'revisit ' || id || ' ' || coalesce(owner_id::text, '-') from revisit where street_id = ${streetId}
  order by 1`;

export const listVisits = (db: Db, streetId: string) => db<
  { id: string; personId: string; teamId: string | null }[]
>`
  select id, person_id, team_id from visit where street_id = ${streetId} order by id`;

export const countDoors = (db: Db, streetId: string, teamId: string) => db<
  { settled: boolean; count: number }[]
>`
  select settled, count(*)::int as count from assignment
  where street_id = ${streetId} and team_id = ${teamId}
  group by settled
  order by settled`;

export const giveRevisit = (db: Db, streetId: string, id: string, ownerId: string) => db`
  update revisit set owner_id = ${ownerId} where street_id = ${streetId} and id = ${id}`;

export const joinRound = (db: Db, streetId: string, roundId: string, teamId: string) => db`
  insert into round_team (street_id, round_id, team_id) values (${streetId}, ${roundId}, ${teamId})`;
