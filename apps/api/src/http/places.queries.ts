import type { Db } from '@huhudao/db';
import { uninhabited } from '@huhudao/domain';

/** Whole communities, and of those that `parts` names only grids, buildings and stairwells. */
export type Places = {
  communityIds: readonly string[];
  parts?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** A row each of a community and a place in it. */
const named = (db: Db, parts: Places['parts'] = {}) => {
  const rows = Object.entries(parts).flatMap(([communityId, ids]) => ids.map((id) => [communityId, id]));
  return db`
    unnest(
      ${db.array(rows.map(([communityId = '']) => communityId))}::uuid[],
      ${db.array(rows.map(([, id = '']) => id))}::uuid[]
    ) as part (community_id, id)`;
};

/** Of a household `h`: doors known to be empty, shops or gone are left out, and those who asked not to be contacted. */
export const visitable = (db: Db) => db`
  h.removed_at is null and not h.do_not_contact and h.occupancy not in ${db([...uninhabited])}`;

/** Of a household `h`: whether it lies in the places. Every count, frame and sample of a scope asks this. */
export const liesIn = (db: Db, streetId: string, places: Places) => db`
  h.street_id = ${streetId} and h.community_id = any(${db.array([...places.communityIds])}::uuid[])
  ${Object.keys(places.parts ?? {}).length === 0 ? db`` : db`and h.stairwell_id in (${stairwellsIn(db, streetId, places)})`}`;

/**
 * Stairwells of the communities that are whole and of the parts. One set, which is joined, and each level by its own id:
 * else the plan the database keeps for any parts looks through all of them for each household.
 */
const stairwellsIn = (db: Db, streetId: string, { communityIds, parts = {} }: Places) => db`
  select s.id
  from stairwell s
  where s.street_id = ${streetId}
    and s.community_id = any(${db.array(communityIds.filter((id) => parts[id] === undefined))}::uuid[])
  union all
  select s.id
  from stairwell s join ${named(db, parts)} on part.id = s.id and part.community_id = s.community_id
  where s.street_id = ${streetId}
  union all
  select s.id
  from stairwell s join ${named(db, parts)} on part.id = s.building_id and part.community_id = s.community_id
  where s.street_id = ${streetId}
  union all
  select s.id
  from stairwell s
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join ${named(db, parts)} on part.id = b.grid_id and part.community_id = s.community_id
  where s.street_id = ${streetId}`;

/** Parts that are no more, or lie in another community than they are named for. */
export const listGone = (db: Db, streetId: string, parts: Places['parts']) => db<
  { communityId: string; id: string }[]
>`
  select part.community_id, part.id
  from ${named(db, parts)}
  left join stairwell s on s.street_id = ${streetId} and s.community_id = part.community_id and s.id = part.id
  left join building b on b.street_id = ${streetId} and b.community_id = part.community_id and b.id = part.id
  left join area g
    on g.kind = 'grid' and g.parent_id = part.community_id and g.id = part.id and g.closed_at is null
  where s.id is null and b.id is null and g.id is null`;

/** Parts smaller than a grid. */
export const countBelowGrid = (db: Db, parts: Places['parts']) => db<{ count: number }[]>`
  select count(*)::int as count
  from ${named(db, parts)}
  left join area g on g.kind = 'grid' and g.parent_id = part.community_id and g.id = part.id
  where g.id is null`;
