/** A street that one person plans whole: its stairwells, its teams, and visits from which pace and best times are known. */
import type { Db, Transaction } from '@huhudao/db';

export type PlannedStreet = { stairwells: number; floors: number; rooms: number; teams: number };

/** The building head of all stairwells, who leads all teams: nobody has more to plan. Made before the round is. */
export const insertPlanner = (db: Db, teams: number) => db`
  with planner as (
    insert into person (id, login, name, initials, password_hash, created_at)
    select uuidv7(), 'planner', '排班员', 'pby', p.password_hash, now() from person p where p.login = 'visitor-1'
    returning id
  ), granted as (
    insert into role_grant (id, person_id, role, area_id, granted_at)
    select uuidv7(), p.id, 'teamLeader', a.id, now()
    from planner p, area a
    where a.kind = 'street' and a.position = 1
  )
  insert into team (street_id, id, community_id, name, leader_id)
  select s.id, uuidv7(), c.id, n || '组', p.id
  from planner p, generate_series(1, ${teams}::int) n, area s
  join area c on c.parent_id = s.id and c.kind = 'community'
  where s.kind = 'street' and s.position = 1 and c.position = (n - 1) % 9 + 1`;

/** Stairwells in turn for the communities, a building each four. */
export const insertPlannedDoors = (db: Db, { stairwells, floors, rooms }: PlannedStreet) => db`
  with compound_of as (
    insert into compound (street_id, id, community_id, name)
    select c.within_street, uuidv7(), c.id, '排班苑' || c.position
    from area c join area s on s.id = c.parent_id
    where c.kind = 'community' and s.position = 1
    returning street_id, id, community_id
  ), building_of as (
    insert into building (street_id, id, compound_id, community_id, label, position)
    select k.street_id, uuidv7(), k.id, k.community_id, n || '栋', n
    from compound_of k, generate_series(1, ceil(${stairwells}::int / 9.0 / 4)::int) n
    returning street_id, id, community_id, position
  ), stairwell_of as (
    insert into stairwell (street_id, id, building_id, community_id, label, position)
    select b.street_id, uuidv7(), b.id, b.community_id, n || '单元', n
    from building_of b, generate_series(1, 4) n
    order by b.position, n, b.community_id
    limit ${stairwells}
    returning street_id, id, community_id
  )
  insert into household (street_id, id, stairwell_id, community_id, floor, room, position, occupancy, change_number)
  select s.street_id, uuidv7(), s.id, s.community_id, f, f || '0' || d, d, 'occupied', 1
  from stairwell_of s, generate_series(1, ${floors}::int) f, generate_series(1, ${rooms}::int) d`;

/** Takes them into the round, each stairwell for one of its community's teams. */
export const assignPlanned = (db: Db, round: string) => db`
  with team_of as (
    select t.street_id, t.community_id, t.id, row_number() over (partition by t.community_id order by t.id) - 1 as number,
           count(*) over (partition by t.community_id) as teams
    from team t join person p on p.id = t.leader_id and p.login = 'planner'
  ), stairwell_of as (
    select s.street_id, s.id, s.community_id, row_number() over (partition by s.community_id order by s.id) - 1 as number
    from stairwell s
    join building b on b.street_id = s.street_id and b.id = s.building_id
    join compound k on k.street_id = b.street_id and k.id = b.compound_id
    where k.name like '排班苑%'
  )
  insert into assignment (street_id, round_id, household_id, community_id, stairwell_id, team_id, change_number)
  select r.street_id, r.id, h.id, h.community_id, h.stairwell_id, t.id, 1
  from stairwell_of s
  join team_of t on t.community_id = s.community_id and t.number = s.number % t.teams
  join round r on r.street_id = s.street_id and r.name = ${round}
  join household h on h.street_id = s.street_id and h.stairwell_id = s.id`;

/** Every third door was tried once, on one of the last days at one of several hours; half of them were not at home. */
export const insertTries = (tx: Transaction, round: string, visitFormHash: string) => tx`
  with door as (
    select a.street_id, a.round_id, a.household_id, a.community_id, a.stairwell_id, a.team_id, row_number() over (partition by a.stairwell_id order by a.household_id) as number,
           dense_rank() over (order by a.stairwell_id) as place
    from assignment a
    join round r on r.street_id = a.street_id and r.id = a.round_id
    where r.name = ${round}
  ), tried as (
    select d.*, case when d.number % 2 = 0 then 'notHome' else 'visited' end as outcome,
           ((current_date - 1 - (d.place % 7)::int) + make_time(9 + (d.place % 3)::int * 5, 0, 0)
             + make_interval(mins => d.number::int * 4)) at time zone 'Asia/Shanghai' as at
    from door d
    where d.number % 3 = 0
  ), visited as (
    insert into visit (street_id, id, round_id, household_id, community_id, stairwell_id, team_id, person_id, companions,
      present, outcome, form_hash, form_answers, topics, device_sequence, device_time, skew_doubtful, received_at,
      occurred_at, visited_on, parallel, reassigned, change_number)
    select t.street_id, uuidv7(), t.round_id, t.household_id, t.community_id, t.stairwell_id, t.team_id,
           (select p.id from person p where p.login = 'planner'), '{}', '{}', t.outcome, ${visitFormHash}, '{}', '{}', 1,
           t.at, false, t.at, t.at, (t.at at time zone 'Asia/Shanghai')::date, false, false, 2
    from tried t
  )
  update assignment a
  set attempts = 1, latest_outcome = t.outcome, outcome = t.outcome, latest_at = t.at, settled = t.outcome = 'visited',
      change_number = 2
  from tried t
  where a.street_id = t.street_id and a.round_id = t.round_id and a.household_id = t.household_id`;

/** What is pulled knows of both changes. */
export const countChanges = (db: Db) => db`update street_head set change_number = 2`;
