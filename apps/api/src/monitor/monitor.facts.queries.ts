/** What the tests of the monitor look at and change in the database. */
import type { Db } from '@huhudao/db';

type Recounted = Record<'RR1' | 'RR2' | 'RR3' | 'REF1' | 'CON1' | 'CON2', number>;

/** Rates of all doors of a round, from its visits: each door was visited once at most. */
export const recountRates = (db: Db, streetId: string, roundId: string) => db<Recounted[]>`
  with door as (
    select v.outcome
    from assignment a
    left join visit v on v.street_id = a.street_id and v.round_id = a.round_id and v.household_id = a.household_id
    where a.street_id = ${streetId} and a.round_id = ${roundId}
  ), counted as (
    select count(*) filter (where outcome = 'completed')::float8 as i,
           count(*) filter (where outcome = 'partial')::float8 as p,
           count(*) filter (where outcome in ('refused', 'refusedHard'))::float8 as r,
           count(*) filter (where outcome in ('visited', 'unable'))::float8 as o,
           count(*) filter (where outcome in ('vacant', 'ineligible', 'notResidential'))::float8 as ne,
           count(*) filter (where outcome is null or outcome in ('noAccess', 'notFound'))::float8 as u,
           count(*)::float8 as n
    from door
  ), known as (
    select i, p, r, o, u, n - ne - u as k, (n - ne - u) / (n - u) as e from counted
  )
  select i / (k + u) as "RR1", (i + p) / (k + u) as "RR2", i / (k + e * u) as "RR3", r / (k + u) as "REF1",
         (i + p + r + o) / (k + u) as "CON1", (i + p + r + o) / (k + e * u) as "CON2"
  from known`;

export const recountSettled = (db: Db, streetId: string, roundId: string) => db<
  { day: string; count: number }[]
>`
  select d.day, count(*)::int as count
  from (
    select max(v.visited_on) as day
    from assignment a
    join visit v on v.street_id = a.street_id and v.round_id = a.round_id and v.household_id = a.household_id
    where a.street_id = ${streetId} and a.round_id = ${roundId} and a.settled
    group by a.household_id
    having max(v.outcome) not in ('vacant', 'ineligible', 'notResidential')
  ) d
  group by d.day
  order by d.day`;

export const startOn = (db: Db, streetId: string, roundId: string, day: string) => db`
  update round set starts_on = ${day} where street_id = ${streetId} and id = ${roundId}`;

export const giveToAssessor = (db: Db, streetId: string, roundId: string, assessorId: string) => db`
  update round set assessor_id = ${assessorId} where street_id = ${streetId} and id = ${roundId}`;

export const takeTeamAway = (db: Db, streetId: string, roundId: string, stairwellId: string) => db`
  update assignment set team_id = null
  where street_id = ${streetId} and round_id = ${roundId} and stairwell_id = ${stairwellId}`;

export const recountWithoutTeam = (db: Db, streetId: string, roundId: string) => db<
  { stairwellId: string; left: number }[]
>`
  select h.stairwell_id, count(*)::int as left
  from assignment a
  join household h on h.street_id = a.street_id and h.id = a.household_id
  where a.street_id = ${streetId} and a.round_id = ${roundId} and a.team_id is null
    and not exists (
      select 1 from visit v
      where v.street_id = a.street_id and v.round_id = a.round_id and v.household_id = a.household_id)
  group by h.stairwell_id`;

export const lastAudit = (db: Db, streetId: string) => db<
  { action: string; actorId: string | null; subject: unknown }[]
>`
  select action, actor_id, subject from audit_entry where street_id = ${streetId} order by number desc limit 1`;

/** A tablet and everybody on it were last heard of then. */
export const lastHeardOf = async (db: Db, deviceId: string, at: string) => {
  await db`update device set last_seen_at = ${at} where id = ${deviceId}`;
  await db`update device_credential set seen_at = ${at} where device_id = ${deviceId}`;
};
