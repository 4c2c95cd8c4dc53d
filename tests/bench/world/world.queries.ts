/** A district of streets, made set-wise: what would take the product's own endpoints hours. */
import type { Db } from '@huhudao/db';

export const insertAreas = (db: Db, streets: number, communities: number) => db`
  with district as (
    insert into area (id, kind, name) values (uuidv7(), 'district', '云溪区') returning id
  ), street as (
    insert into area (id, kind, parent_id, within_street, name, position)
    select s.id, 'street', d.id, s.id, '第' || s.n || '街道', s.n
    from district d, (select n, uuidv7() as id from generate_series(1, ${streets}::int) n) s
    returning id, within_street
  )
  insert into area (id, kind, parent_id, within_street, name, position)
  select uuidv7(), 'community', s.id, s.id, '第' || n || '社区', n
  from street s, generate_series(1, ${communities}::int) n`;

export const listAreas = (db: Db) => db<{ id: string; kind: string }[]>`
  select id, kind from area order by position, id`;

export const insertHeads = (db: Db, auditHash: Uint8Array) => db`
  insert into street_head (street_id, audit_hash) select id, ${auditHash} from area where kind = 'street'`;

export const insertPeople = (db: Db, passwordHash: string, count: number) => db`
  insert into person (id, login, name, initials, password_hash, created_at)
  select uuidv7(), 'visitor-' || n, '走访员' || n, 'zfy', ${passwordHash}, now()
  from generate_series(1, ${count}::int) n`;

export const insertGrants = (db: Db) => db`
  insert into role_grant (id, person_id, role, area_id, granted_at)
  select uuidv7(), p.id, r.role, a.id, now()
  from person p, area a, (values ('worker'), ('districtOffice')) r (role)
  where a.kind = 'district' and p.login like 'visitor-%'`;

/** Somebody of each street's office, `office-1` and so on in the order of the streets; answers the streets in that order. */
export const insertOffices = (db: Db, passwordHash: string) => db<{ id: string }[]>`
  with street as (
    select id, position from area where kind = 'street'
  ), officer as (
    insert into person (id, login, name, initials, password_hash, created_at)
    select uuidv7(), 'office-' || s.position, '街道' || s.position, 'jd', ${passwordHash}, now() from street s
    returning id, login
  ), granted as (
    insert into role_grant (id, person_id, role, area_id, granted_at)
    select uuidv7(), o.id, 'streetOffice', s.id, now()
    from officer o join street s on o.login = 'office-' || s.position
  )
  select id from street order by position`;

/** One team a street, with everybody in it: any tablet may be sent to any door. */
export const insertTeams = (db: Db) => db`
  with team_of as (
    insert into team (street_id, id, community_id, name, leader_id)
    select s.id, uuidv7(), (select c.id from area c where c.parent_id = s.id order by c.position limit 1), '一组',
           (select p.id from person p where p.login = 'visitor-1')
    from area s
    where s.kind = 'street'
    returning street_id, id
  )
  insert into team_member (street_id, team_id, person_id)
  select t.street_id, t.id, p.id from team_of t, person p where p.login like 'visitor-%'`;

/** A worker of one street alone, as a tablet is used: in the first street's team. */
export const insertWalker = (db: Db) => db`
  with walker as (
    insert into person (id, login, name, initials, password_hash, created_at)
    select uuidv7(), 'walker', '走访员', 'zfy', p.password_hash, now() from person p where p.login = 'visitor-1'
    returning id
  ), granted as (
    insert into role_grant (id, person_id, role, area_id, granted_at)
    select uuidv7(), w.id, 'worker', a.id, now()
    from walker w, area a
    where a.kind = 'street' and a.position = 1
  )
  insert into team_member (street_id, team_id, person_id)
  select t.street_id, t.id, w.id
  from walker w, team t join area a on a.id = t.street_id
  where a.position = 1`;

/** At least as many doors in every community, 24 a stairwell. */
export const insertDoors = (db: Db, doors: number) => db`
  with compound_of as (
    insert into compound (street_id, id, community_id, name)
    select c.within_street, uuidv7(), c.id, c.name || '苑' from area c where c.kind = 'community'
    returning street_id, id, community_id
  ), building_of as (
    insert into building (street_id, id, compound_id, community_id, label, position)
    select c.street_id, uuidv7(), c.id, c.community_id, n || '栋', n
    from compound_of c, generate_series(1, ceil(${doors}::int / 96.0)::int) n
    returning street_id, id, community_id
  ), stairwell_of as (
    insert into stairwell (street_id, id, building_id, community_id, label, position)
    select b.street_id, uuidv7(), b.id, b.community_id, n || '单元', n from building_of b, generate_series(1, 4) n
    returning street_id, id, community_id
  )
  insert into household (street_id, id, stairwell_id, community_id, floor, room, position, occupancy, change_number)
  select s.street_id, uuidv7(), s.id, s.community_id, f, f || '0' || d, d, 'occupied', 1
  from stairwell_of s, generate_series(1, 12) f, generate_series(1, 2) d`;

/** An open round in each of the first streets, covering so many of its doors. */
export const insertRounds = (
  db: Db,
  round: {
    name: string;
    streets: number;
    doors: number;
    daysAgo: number;
    questionnaireHash: string;
    visitFormHash: string;
  },
) => db`
  with round_of as (
    insert into round (street_id, id, name, purpose, state, starts_on, deadline, questionnaire_hash, visit_form_hash,
      statement, materials, scope, opened_at, created_at, created_by, change_number)
    select s.id, uuidv7(), ${round.name}, 'coverage', 'open', current_date - ${round.daysAgo}::int, current_date + 30,
           ${round.questionnaireHash}, ${round.visitFormHash}, '了解情况', '[]'::jsonb,
           jsonb_build_object('communityIds', (select jsonb_agg(c.id) from area c where c.parent_id = s.id)),
           now() - make_interval(days => ${round.daysAgo}), now(),
           (select p.id from person p where p.login = 'visitor-1'), 1
    from area s
    where s.kind = 'street' and s.position <= ${round.streets}
    returning street_id, id
  ), round_team_of as (
    insert into round_team (street_id, round_id, team_id)
    select r.street_id, r.id, t.id from round_of r join team t on t.street_id = r.street_id
    returning street_id, round_id, team_id
  )
  insert into assignment (street_id, round_id, household_id, community_id, stairwell_id, team_id, change_number)
  select r.street_id, r.round_id, h.id, h.community_id, h.stairwell_id, r.team_id, 1
  from round_team_of r
  cross join lateral (
    select id, community_id, stairwell_id from household where street_id = r.street_id order by id limit ${round.doors}
  ) h`;

export const listDoors = (db: Db, name: string) => db<
  { streetId: string; roundId: string; householdId: string }[]
>`
  select a.street_id, a.round_id, a.household_id
  from round r
  join assignment a on a.street_id = r.street_id and a.round_id = r.id
  where r.name = ${name}`;

export type DoorPlace = { communityId: string; stairwellId: string; teamId: string };

/** Where every door is, and the team of its street. */
export const listDoorPlaces = (db: Db) => db<(DoorPlace & { householdId: string })[]>`
  select h.id as household_id, h.community_id, h.stairwell_id, t.id as team_id
  from household h
  join team t on t.street_id = h.street_id`;

export const closeRound = (db: Db, name: string) => db`
  update round set state = 'closed', closed_at = now() where name = ${name}`;

export const vacuum = (db: Db) => db`vacuum (analyze)`;

export const analyze = (db: Db) => db`analyze`;
