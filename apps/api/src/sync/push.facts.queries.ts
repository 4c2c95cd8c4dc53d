/** What the tests of the push look at in the database. */
import type { Db } from '@huhudao/db';

export const countRows = (db: Db, table: string, streetId: string) => db<{ count: number }[]>`
  select count(*)::int as count from ${db(table)} where street_id = ${streetId}`;

export const listResponses = (db: Db, streetId: string, householdId: string) => db<{ counted: boolean }[]>`
  select counted from response where street_id = ${streetId} and household_id = ${householdId}`;

/** Of how many adults those who answered were chosen, named or not. */
export const listEligibleAdults = (db: Db, streetId: string) => db<
  { eligibleAdults: number; kind: string }[]
>`
  select eligible_adults, 'linked' as kind from response
  where street_id = ${streetId} and eligible_adults is not null
  union all
  select eligible_adults, 'anonymous' from anonymous_response
  where street_id = ${streetId} and eligible_adults is not null
  order by 1`;

export const revokeDevice = (db: Db, deviceId: string, at: string) => db`
  update device set revoked_at = ${at} where id = ${deviceId}`;

export const listAudit = (db: Db, streetId: string, action: string) =>
  db<
    { actorId: string | null; deviceId: string | null; subject: Record<string, unknown> }[]
  >`select actor_id, device_id, subject from audit_entry where street_id = ${streetId} and action = ${action}`;

type Rollup = {
  roundId: string;
  communityId: string;
  mode: string;
  item: string;
  code: string;
  count: number;
};

export const listRollup = (db: Db, streetId: string) => db<Rollup[]>`
  select round_id, community_id, mode, item, code, count
  from rollup
  where street_id = ${streetId}
  order by 1, 2, 3, 4, 5`;

/** Single-choice answers are strings, several choices arrays of them; the row without item counts responses. */
export const recountRollup = (db: Db, streetId: string) => db<Rollup[]>`
  with counted as (
    select round_id, community_id, completion_mode as mode, answers from response
    where street_id = ${streetId} and counted
    union all
    select round_id, community_id, completion_mode, answers from anonymous_response
    where street_id = ${streetId} and counted
  ), coded as (
    select round_id, community_id, mode, '' as item, '' as code from counted
    union all
    select round_id, community_id, mode, a.key, a.value #>> '{}'
    from counted cross join lateral jsonb_each(answers) a
    where jsonb_typeof(a.value) in ('string', 'boolean') and a.key <> 'otherTopic'
    union all
    select round_id, community_id, mode, a.key, e.value
    from counted cross join lateral jsonb_each(answers) a
    cross join lateral jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) e
  )
  select round_id, community_id, mode, item, code, count(*)::int as count
  from coded
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5`;
