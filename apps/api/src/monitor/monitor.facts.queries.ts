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
