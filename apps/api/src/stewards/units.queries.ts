import type { Db } from '@huhudao/db';
import type { StewardCount, StewardTermView, StewardUnit } from '@huhudao/protocol';
import type { StewardLevel } from '@huhudao/domain';

/** A street’s part that somebody may look at: its communities, or one grid of one of them. */
export type Reach = { streetId: string; communityIds: readonly string[]; gridId: string | null };

/**
 * Every unit of the five levels within reach: `area_id` is where whoever looks after it holds a role, `ordering` puts
 * buildings and stairwells in walking order. A whole community is not looked after from one of its grids.
 */
const unitsOf = (db: Db, { streetId, communityIds, gridId }: Reach) => db`
  known as materialized (
    select 'area' as level, c.id as unit_id, c.id as community_id, null::uuid as grid_id, c.id as area_id,
           c.name as place, null::uuid as stairwell_id, '{}'::int[] as ordering
    from area c
    where c.id = any(${db.array([...communityIds])}::uuid[]) and ${gridId}::uuid is null
    union all
    select 'grid', g.id, g.parent_id, g.id, g.id, g.name, null, array[g.position]
    from area g
    where g.kind = 'grid' and g.closed_at is null and g.parent_id = any(${db.array([...communityIds])}::uuid[])
      and (${gridId}::uuid is null or g.id = ${gridId}::uuid)
    union all
    select 'building', b.id, b.community_id, b.grid_id, coalesce(b.grid_id, b.community_id),
           k.name || ' ' || b.label, null, array[b.position]
    from housed b join compound k on k.street_id = ${streetId} and k.id = b.compound_id
    union all
    select 'stairwell', s.id, b.community_id, b.grid_id, coalesce(b.grid_id, b.community_id),
           k.name || ' ' || b.label || ' ' || s.label, s.id, array[b.position, s.position]
    from housed b
    join compound k on k.street_id = ${streetId} and k.id = b.compound_id
    join stairwell s on s.street_id = ${streetId} and s.building_id = b.id
    union all
    select 'group', g.id, b.community_id, b.grid_id, coalesce(b.grid_id, b.community_id),
           k.name || ' ' || b.label || ' ' || s.label || ' ' || g.name, s.id, array[b.position, s.position]
    from housed b
    join compound k on k.street_id = ${streetId} and k.id = b.compound_id
    join stairwell s on s.street_id = ${streetId} and s.building_id = b.id
    join household_group g on g.street_id = ${streetId} and g.stairwell_id = s.id and g.dissolved_at is null
  )`;

const housedOf = (db: Db, { streetId, communityIds, gridId }: Reach) => db`
  housed as materialized (
    select b.id, b.community_id, b.grid_id, b.compound_id, b.label, b.position
    from building b
    where b.street_id = ${streetId} and b.community_id = any(${db.array([...communityIds])}::uuid[])
      and (${gridId}::uuid is null or b.grid_id = ${gridId}::uuid)
  )`;

/** A term that begins on a day and ends on it was never one; the day of handing over belongs to the successor. */
const current = (db: Db, today: string) =>
  db`t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})`;

export type UnitRow = { unitId: string; areaId: string; stairwellId: string | null };

/** Those of a list of units of one level that are within reach. */
export const findUnits = (db: Db, reach: Reach, level: StewardLevel, ids: readonly string[]) => db<UnitRow[]>`
  with ${housedOf(db, reach)}, ${unitsOf(db, reach)}
  select unit_id, area_id, stairwell_id from known
  where level = ${level} and unit_id = any(${db.array([...ids])}::uuid[])`;

export type UnitFilter = {
  level: StewardLevel | null;
  state: 'held' | 'missing' | null;
  words: readonly string[];
  today: string;
  offset: number;
  limit: number;
};

/** Each word is found in the place, the steward’s name or initials, or is the room of a door looked after. */
const matching = (db: Db, streetId: string, words: readonly string[]) => db`
  not exists (
    select 1 from unnest(${db.array([...words])}::text[]) as w (word)
    where strpos(lower(u.place || ' ' || u.community_name || ' ' || coalesce(u.person_name, '')), w.word) = 0
      and strpos(coalesce(u.initials, ''), w.word) = 0
      and not exists (
        select 1 from household h
        left join household_group_member m on m.street_id = ${streetId} and m.household_id = h.id
        where h.street_id = ${streetId} and h.stairwell_id = u.stairwell_id and h.removed_at is null
          and lower(h.room) = w.word and (u.level = 'stairwell' or m.group_id = u.unit_id))
  )`;

export const listUnits = (db: Db, reach: Reach, filter: UnitFilter) => db<
  (StewardUnit & { total: number })[]
>`
  with ${housedOf(db, reach)}, ${unitsOf(db, reach)},
  u as (
    select k.level, k.unit_id, k.community_id, c.name as community_name, g.name as grid_name, k.place,
           k.stairwell_id, k.ordering, c.position as community_position,
           t.id as term_id, t.person_id, t.starts_on, t.ends_on, t.phone, p.name as person_name, p.initials,
           later.id as next_id, later.starts_on as next_starts_on, q.name as next_name
    from known k
    join area c on c.id = k.community_id
    left join area g on g.id = k.grid_id
    left join steward_term t
      on t.street_id = ${reach.streetId} and t.unit_id = k.unit_id and ${current(db, filter.today)}
    left join person p on p.id = t.person_id
    left join lateral (
      select n.id, n.person_id, n.starts_on from steward_term n
      where n.street_id = ${reach.streetId} and n.unit_id = k.unit_id and n.starts_on > ${filter.today}
        and n.ends_on is distinct from n.starts_on
      order by n.starts_on limit 1
    ) later on true
    left join person q on q.id = later.person_id
  )
  select u.level, u.unit_id, u.community_id, u.community_name, u.grid_name, u.place, u.stairwell_id,
         case when u.term_id is null then null else jsonb_build_object(
           'id', u.term_id, 'personId', u.person_id, 'personName', u.person_name, 'startsOn', u.starts_on,
           'endsOn', u.ends_on, 'phone', u.phone) end as term,
         case when u.next_id is null then null else jsonb_build_object(
           'id', u.next_id, 'personName', u.next_name, 'startsOn', u.next_starts_on) end as next,
         count(*) over ()::int as total
  from u
  where (${filter.level}::text is null or u.level = ${filter.level})
    and (${filter.state}::text is null or (u.term_id is not null) = (${filter.state}::text = 'held'))
    and ${matching(db, reach.streetId, filter.words)}
  order by array_position(array['area', 'grid', 'building', 'stairwell', 'group'], u.level),
           u.community_position, u.community_name, split_part(u.place, ' ', 1), u.ordering, u.place, u.unit_id
  offset ${filter.offset} limit ${filter.limit}`;

export const countUnits = (db: Db, reach: Reach, today: string) => db<StewardCount[]>`
  with ${housedOf(db, reach)}, ${unitsOf(db, reach)},
  counted as materialized (
    select k.level, k.community_id, k.grid_id, count(*)::int as units,
           count(*) filter (where not exists (
             select 1 from steward_term t
             where t.street_id = ${reach.streetId} and t.unit_id = k.unit_id and ${current(db, today)}))::int as missing
    from known k
    group by k.level, k.community_id, k.grid_id
  )
  select n.level, n.community_id, c.name as community_name, n.grid_id, g.name as grid_name, n.units, n.missing
  from counted n
  join area c on c.id = n.community_id
  left join area g on g.id = n.grid_id
  order by array_position(array['area', 'grid', 'building', 'stairwell', 'group'], n.level),
           c.position, c.name, g.position, g.name, n.grid_id`;

/** Every term of a unit, the latest first; none for a unit out of reach. */
export const listTerms = (db: Db, reach: Reach, unitId: string, today: string) => db<StewardTermView[]>`
  with ${housedOf(db, reach)}, ${unitsOf(db, reach)}
  select t.id, t.person_id, p.name as person_name, t.starts_on, t.ends_on,
         case when t.ends_on <= ${today} then null else t.phone end as phone,
         case when t.starts_on > ${today} then 'coming' when t.ends_on <= ${today} then 'past' else 'current' end as state
  from known k
  join steward_term t on t.street_id = ${reach.streetId} and t.unit_id = k.unit_id
  join person p on p.id = t.person_id
  where k.unit_id = ${unitId}
  order by t.starts_on desc, t.ends_on desc nulls first, t.id`;

export type TermRow = {
  id: string;
  level: StewardLevel;
  unitId: string;
  areaId: string;
  personId: string;
  startsOn: string;
  endsOn: string | null;
};

/** One term, as long as its unit is within reach. */
export const findTerm = (db: Db, reach: Reach, termId: string) => db<TermRow[]>`
  with ${housedOf(db, reach)}, ${unitsOf(db, reach)}
  select t.id, t.level, t.unit_id, k.area_id, t.person_id, t.starts_on, t.ends_on
  from steward_term t
  join known k on k.unit_id = t.unit_id
  where t.street_id = ${reach.streetId} and t.id = ${termId}`;
