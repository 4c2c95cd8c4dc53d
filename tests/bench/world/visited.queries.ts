/** A round in every street whose doors are visited again and again, made set-wise. */
import type { Db, Transaction } from '@huhudao/db';

/** Four grids a community, with its buildings shared out among them. */
export const insertGrids = (db: Db) => db`
  with grid as (
    insert into area (id, kind, parent_id, within_street, name, position)
    select uuidv7(), 'grid', c.id, c.within_street, '第' || n || '网格', n
    from area c, generate_series(1, 4) n
    where c.kind = 'community'
    returning id, parent_id, position
  )
  update building b set grid_id = g.id
  from grid g
  where g.parent_id = b.community_id and g.position = b.position % 4 + 1`;

export type Visiting = { round: string; from: number; to: number; visitFormHash: string };

/**
 * Visits number `from` to `to` of every street: one door after the other, and from the first again once all were visited.
 * Two of five find nobody at home.
 */
export const insertVisits = (tx: Transaction, { round, from, to, visitFormHash }: Visiting) => tx`
  with door as materialized (
    select a.street_id, a.round_id, a.household_id, a.community_id, a.stairwell_id, a.team_id,
           row_number() over (partition by a.street_id order by a.household_id) - 1 as number,
           count(*) over (partition by a.street_id) as doors
    from assignment a
    join round r on r.street_id = a.street_id and r.id = a.round_id
    where r.name = ${round}
  ), turn as (
    select d.street_id, d.round_id, d.household_id, d.community_id, d.stairwell_id, d.team_id, k.n,
           d.number + d.doors * k.n as visit
    from door d cross join generate_series(0, 3) k (n)
  )
  insert into visit (street_id, id, round_id, household_id, community_id, stairwell_id, team_id, person_id, companions,
    present, outcome, form_hash, form_answers, topics, device_sequence, device_time, skew_doubtful, received_at,
    occurred_at, visited_on, parallel, reassigned, change_number)
  select t.street_id, uuidv7(), t.round_id, t.household_id, t.community_id, t.stairwell_id, t.team_id,
         (select p.id from person p where p.login = 'visitor-1'), '{}', '{}',
         case when (t.visit * 7919) % 5 < 2 then 'notHome' else 'visited' end, ${visitFormHash}, '{}', '{}', 1, s.at,
         false, s.at, s.at, (s.at at time zone 'Asia/Shanghai')::date, false, false, 2
  from turn t
  cross join lateral (select now() - make_interval(days => 27 - t.n::int * 7) as at) s
  where t.visit >= ${from} and t.visit < ${to}`;

/** Each door stands as its visits say. */
export const settleDoors = (tx: Transaction, round: string) => tx`
  update assignment a
  set attempts = v.attempts, outcome = v.outcome, latest_outcome = v.outcome, latest_at = v.at,
      settled = v.outcome = 'visited' or v.attempts >= 3, change_number = 2
  from (
    select w.street_id, w.round_id, w.household_id, count(*)::int as attempts, max(w.occurred_at) as at,
           case when bool_or(w.outcome = 'visited') then 'visited' else 'notHome' end as outcome
    from visit w
    join round r on r.street_id = w.street_id and r.id = w.round_id
    where r.name = ${round}
    group by 1, 2, 3
  ) v
  where a.street_id = v.street_id and a.round_id = v.round_id and a.household_id = v.household_id`;

/** A revisit at every fortieth door. */
export const insertRevisits = (db: Db) => db`
  insert into revisit (street_id, id, household_id, community_id, reason, state, due_on, priority, topics, raised_at,
    change_number)
  select h.street_id, uuidv7(), h.id, h.community_id, 'residentAsked', 'open', current_date + 7, 1, '{}', now(), 2
  from (select street_id, id, community_id, row_number() over (order by id) as number from household) h
  where h.number % 40 = 0`;

export type CoveragePlace = {
  roundId: string;
  streetId: string;
  communityId: string;
  gridId: string;
  buildingId: string;
};

/** Of each street one way down: a community, a grid of it, and a building of the grid. */
export const listWaysDown = (db: Db, round: string) => db<CoveragePlace[]>`
  select distinct on (r.street_id) r.id as round_id, r.street_id, b.community_id, b.grid_id, b.id as building_id
  from round r
  join building b on b.street_id = r.street_id and b.grid_id is not null
  where r.name = ${round}
  order by r.street_id, b.id`;

export const countVisits = (db: Db) => db<{ count: number }[]>`select count(*)::int as count from visit`;
