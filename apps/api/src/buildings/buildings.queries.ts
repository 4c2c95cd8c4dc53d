import type { Db } from '@huhudao/db';
import type { BuildingView } from '@huhudao/protocol';

/** Which buildings somebody may ask about; `keptBy` asks for those stairwells only that a person looks after. */
export type Reach = {
  streetIds: readonly string[];
  communityIds: readonly string[];
  gridId: string | null;
  keptBy: { personId: string } | null;
  /** A date in Asia/Shanghai. */
  today: string;
};

const kept = (db: Db, personId: string, today: string) => db`
  and exists (
    select 1 from steward_term m
    where m.street_id = s.street_id and m.stairwell_id = s.id and m.person_id = ${personId}
      and m.starts_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today}))`;

/** Buildings in walking order, each with its stairwells, their doors and their building heads. */
export const listBuildings = (db: Db, { streetIds, communityIds, gridId, keptBy, today }: Reach) => db<
  BuildingView[]
>`
  with counted as materialized (
    select h.street_id, h.stairwell_id, count(*)::int as households
    from household h
    where h.street_id = any(${db.array([...streetIds])}::uuid[])
      and h.community_id = any(${db.array([...communityIds])}::uuid[]) and h.removed_at is null
    group by h.street_id, h.stairwell_id
  )
  select b.id, b.community_id, k.name as compound_name, b.label, g.name as grid_name,
         coalesce(sum(n.households), 0)::int as households,
         jsonb_agg(
           jsonb_build_object(
             'id', s.id, 'label', s.label, 'households', coalesce(n.households, 0),
             'stewardId', p.id, 'stewardName', p.name)
           order by s.position, s.label, s.id) as stairwells
  from building b
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join stairwell s on s.street_id = b.street_id and s.building_id = b.id
  join area c on c.id = b.community_id
  left join area g on g.id = b.grid_id
  left join counted n on n.street_id = s.street_id and n.stairwell_id = s.id
  left join steward_term t on t.street_id = s.street_id and t.stairwell_id = s.id
    and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})
  left join person p on p.id = t.person_id
  where b.street_id = any(${db.array([...streetIds])}::uuid[])
    and b.community_id = any(${db.array([...communityIds])}::uuid[])
    and (${gridId}::uuid is null or b.grid_id = ${gridId}::uuid)
    ${keptBy === null ? db`` : kept(db, keptBy.personId, today)}
  group by b.street_id, b.id, k.name, g.name, c.position, c.name
  order by c.position, c.name, k.name, b.position, b.label, b.id`;
