import type { Db } from '@huhudao/db';
import type { PlaceView } from '@huhudao/protocol';
import { liesIn, visitable, type Places } from '../http/places.queries.ts';

/** Buildings of the communities in walking order. Nothing of rounds is read: no sample shows here. */
export const listPlaces = (db: Db, streetId: string, communityIds: readonly string[]) => db<PlaceView[]>`
  with counted as materialized (
    select h.stairwell_id, count(*)::int as households
    from household h
    where h.street_id = ${streetId} and h.community_id = any(${db.array([...communityIds])}::uuid[])
      and h.removed_at is null
    group by h.stairwell_id
  )
  select b.id, b.community_id, g.id as grid_id, g.name as grid_name, k.name || ' ' || b.label as name,
         jsonb_agg(
           jsonb_build_object('id', s.id, 'name', s.label, 'households', coalesce(n.households, 0))
           order by s.position, s.label, s.id) as stairwells
  from building b
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join stairwell s on s.street_id = b.street_id and s.building_id = b.id
  left join area g on g.id = b.grid_id and g.closed_at is null
  left join counted n on n.stairwell_id = s.id
  where b.street_id = ${streetId} and b.community_id = any(${db.array([...communityIds])}::uuid[])
  group by b.street_id, b.id, k.name, g.id
  order by g.position, g.name, k.name, b.position, b.label, b.id`;

/** Communities with a place whose name has the text, in their order. */
export const findPlaces = (
  db: Db,
  streetId: string,
  communityIds: readonly string[],
  text: string,
  limit: number,
) => db<{ id: string }[]>`
  select c.id
  from area c
  where c.id = any(${db.array([...communityIds])}::uuid[]) and exists (
    select 1
    from building b
    join compound k on k.street_id = b.street_id and k.id = b.compound_id
    join stairwell s on s.street_id = b.street_id and s.building_id = b.id
    left join area g on g.id = b.grid_id and g.closed_at is null
    where b.street_id = ${streetId} and b.community_id = c.id
      and position(
        lower(${text}) in lower(replace(concat(g.name, '/', k.name, b.label, s.label), ' ', ''))) > 0)
  order by c.position, c.name, c.id
  limit ${limit}`;

/** How many households the places hold, and how many of them a frame would; a community without any is not named. */
export const countPlaces = (db: Db, streetId: string, places: Places) => db<
  { communityId: string; households: number; visitable: number }[]
>`
  select h.community_id, count(*)::int as households, (count(*) filter (where ${visitable(db)}))::int as visitable
  from household h
  where ${liesIn(db, streetId, places)} and h.removed_at is null
  group by h.community_id`;
