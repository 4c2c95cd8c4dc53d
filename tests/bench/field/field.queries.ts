/** What the field needs beside a world's doors: a tower, people at the doors, and a round that began a week ago. */
import type { Db } from '@huhudao/db';

/** A tower in the first street: one stairwell of so many floors and rooms. */
export const insertTower = (db: Db, floors: number, rooms: number) => db`
  with place as (
    select k.street_id, k.id as compound_id, k.community_id
    from compound k join area s on s.id = k.street_id
    where s.kind = 'street' and s.position = 1
    order by k.name
    limit 1
  ), tower as (
    insert into building (street_id, id, compound_id, community_id, label, position)
    select street_id, uuidv7(), compound_id, community_id, '塔楼', 0 from place
    returning street_id, id, community_id
  ), stairwell_of as (
    insert into stairwell (street_id, id, building_id, community_id, label, position)
    select street_id, uuidv7(), id, community_id, '1单元', 1 from tower
    returning street_id, id, community_id
  )
  insert into household (street_id, id, stairwell_id, community_id, floor, room, position, occupancy, change_number)
  select s.street_id, uuidv7(), s.id, s.community_id, f, f || lpad(d::text, 2, '0'), d, 'occupied', 1
  from stairwell_of s, generate_series(1, ${floors}::int) f, generate_series(1, ${rooms}::int) d`;

/** Somebody behind every door of the first street, with a name and a phone number. */
export const insertResidents = (db: Db) => db`
  insert into resident (street_id, id, household_id, name, initials, phone)
  select h.street_id, uuidv7(), h.id, substr('王李张刘陈杨黄赵吴周', n % 10 + 1, 1)
           || substr('建国秀英志强桂兰海燕明华', n % 11 + 1, 2),
         substr('wlzlcyhzwz', n % 10 + 1, 1) || substr('jgxyzqglhymh', n % 11 + 1, 2),
         '199' || lpad((n * 7919 % 100000000)::text, 8, '0')
  from (
    select h.street_id, h.id, row_number() over (order by h.id)::int as n
    from household h join area s on s.id = h.street_id
    where s.kind = 'street' and s.position = 1
  ) h`;

/** Takes the tower into a round. Every fifth door has been tried, every seventh is empty. */
export const assignTower = (db: Db, round: string) => db`
  with tried as (
    update household h set occupancy = 'vacant'
    from building b, stairwell w
    where b.label = '塔楼' and w.street_id = b.street_id and w.building_id = b.id
      and h.street_id = w.street_id and h.stairwell_id = w.id and (h.floor * 8 + h.position) % 7 = 0
    returning h.id
  )
  insert into assignment (street_id, round_id, household_id, community_id, stairwell_id, team_id, change_number,
    attempts, latest_outcome, latest_at, outcome)
  select r.street_id, r.id, h.id, h.community_id, h.stairwell_id, rt.team_id, 1,
         t.tried::int, case when t.tried then 'notHome' end, case when t.tried then now() end,
         case when t.tried then 'notHome' end
  from round r
  join round_team rt on rt.street_id = r.street_id and rt.round_id = r.id
  join building b on b.street_id = r.street_id and b.label = '塔楼'
  join stairwell w on w.street_id = b.street_id and w.building_id = b.id
  join household h on h.street_id = w.street_id and h.stairwell_id = w.id
  cross join lateral (select (h.floor * 8 + h.position) % 5 = 0 as tried) t
  where r.name = ${round}`;

/** What has arrived at the office. */
export const countArrived = (db: Db) => db<{ visits: number; linked: number; anonymous: number }[]>`
  select (select count(*)::int from visit) as visits,
         (select count(*)::int from response) as linked,
         (select count(*)::int from anonymous_response) as anonymous`;

/** The doors were entered by change 1: what is pulled says so. */
export const countEntering = (db: Db) => db`update street_head set change_number = 1`;
