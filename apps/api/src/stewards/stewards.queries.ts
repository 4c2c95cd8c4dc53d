import type { Db } from '@huhudao/db';

/** The stairwells of a list that lie in the communities, with the grid or else the community each belongs to. */
export const listStairwells = (
  db: Db,
  streetId: string,
  ids: readonly string[],
  reach: { communityIds: readonly string[]; gridId: string | null },
) => db<{ id: string; areaId: string }[]>`
  select s.id, coalesce(b.grid_id, b.community_id) as area_id
  from stairwell s
  join building b on b.street_id = s.street_id and b.id = s.building_id
  where s.street_id = ${streetId} and s.id = any(${db.array([...ids])}::uuid[])
    and s.community_id = any(${db.array([...reach.communityIds])}::uuid[])
    and (${reach.gridId}::uuid is null or b.grid_id = ${reach.gridId}::uuid)`;

/** Where a person may be building head. */
export const listHeadAreas = (db: Db, personId: string) => db<{ areaId: string }[]>`
  select g.area_id
  from role_grant g
  join person p on p.id = g.person_id and p.disabled_at is null
  where g.person_id = ${personId} and g.role = 'buildingHead' and g.revoked_at is null`;

export const listTaken = (db: Db, streetId: string, stairwellIds: readonly string[]) => db<
  { stairwellId: string }[]
>`
  select stairwell_id from steward_term
  where street_id = ${streetId} and stairwell_id = any(${db.array([...stairwellIds])}::uuid[]) and ends_on is null
  order by stairwell_id`;

export const insertTerms = (
  db: Db,
  streetId: string,
  terms: { id: string; stairwellId: string }[],
  personId: string,
  startsOn: string,
) => db`
  insert into steward_term (street_id, id, person_id, stairwell_id, starts_on)
  select ${streetId}::uuid, t.id, ${personId}::uuid, t."stairwellId", ${startsOn}::date
  from jsonb_to_recordset(${db.json(terms)}) as t (id uuid, "stairwellId" uuid)`;

/** A term that has not begun ends on the day it would have begun. */
export const endTerm = (db: Db, streetId: string, stairwellId: string, today: string) => db<
  { personId: string }[]
>`
  update steward_term set ends_on = greatest(starts_on, ${today}::date)
  where street_id = ${streetId} and stairwell_id = ${stairwellId} and ends_on is null
  returning person_id`;
