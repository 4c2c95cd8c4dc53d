import type { Db } from '@huhudao/db';
import { groupOfOutcome, isEligible, outcomes } from '@huhudao/domain';
import type { CoverageLevel, CoverageRow } from '@huhudao/protocol';

/** Outcomes of the group NE: such a household leaves numerator and denominator. */
const notEligible = outcomes.filter((outcome) => !isEligible(outcome));

/** Somebody was met at the door: the AAPOR groups with contact, and an appointment. */
const met = outcomes.filter(
  (outcome) => outcome === 'appointment' || ['I', 'P', 'R', 'O'].includes(groupOfOutcome[outcome]),
);

/** Whose doors are counted: all of the communities, or only these stairwells and teams. */
export type CoverageReach = {
  communityIds: readonly string[];
  only: { stairwellIds: string[]; teamIds: string[] } | null;
};

/** The rows wanted, and the part of the communities they lie in. */
export type CoverageView = CoverageReach & {
  by: CoverageLevel;
  gridId: string | null;
  buildingId: string | null;
};

const within = (db: Db, { communityIds, only }: CoverageReach) => db`
  a.community_id = any(${db.array([...communityIds])}::uuid[]) ${
    only === null
      ? db``
      : db`and (a.stairwell_id = any(${db.array(only.stairwellIds)}::uuid[])
                or a.team_id = any(${db.array(only.teamIds)}::uuid[]))`
  }`;

/** Only the stairwells of a grid or a building. */
const inPart = (db: Db, streetId: string, { gridId, buildingId }: CoverageView) => {
  if (gridId === null && buildingId === null) return db``;
  const ofGrid = gridId === 'none' ? db`b.grid_id is null` : db`b.grid_id = ${gridId}::uuid`;
  return db`
    and a.stairwell_id in (
      select s.id
      from building b
      join stairwell s on s.street_id = b.street_id and s.building_id = b.id
      where b.street_id = ${streetId} and ${gridId === null ? db`true` : ofGrid}
        and (${buildingId}::uuid is null or b.id = ${buildingId}::uuid))`;
};

/** Where the doors are counted first: communities as they are; grids and buildings are put together from stairwells. */
const counted = (db: Db, streetId: string, roundId: string, view: CoverageView) => {
  const place = view.by === 'community' ? db`a.community_id` : db`a.stairwell_id`;
  const doors = db`
    a.street_id = ${streetId} and a.round_id = ${roundId} and ${within(db, view)} ${inPart(db, streetId, view)}`;
  return db`
    cell as materialized (
      select ${place} as place_id, a.outcome, a.settled, a.team_id, count(*)::int as doors, 0 as revisits
      from assignment a
      where ${doors}
      group by 1, a.outcome, a.settled, a.team_id
      union all
      select ${place}, null, false, null, 0, count(*)::int
      from (
        select distinct v.household_id
        from revisit v
        where v.street_id = ${streetId} and v.state in ('open', 'planned', 'visited')
      ) v
      join assignment a on a.household_id = v.household_id
      where ${doors}
      group by 1
    ), counted as materialized (
      select n.place_id, min(n.team_id::text)::uuid as team_id,
             coalesce(sum(n.doors) filter (where e.eligible), 0)::int as eligible,
             coalesce(sum(n.doors) filter (where e.eligible and n.settled), 0)::int as settled,
             coalesce(sum(n.doors) filter (where e.eligible and n.outcome is not null), 0)::int as attempted,
             coalesce(sum(n.doors) filter (where n.outcome = any(${db.array(met)}::text[])), 0)::int as reached,
             coalesce(sum(n.doors) filter (where n.outcome in ('completed', 'partial')), 0)::int as responded,
             sum(n.revisits)::int as revisits
      from cell n
      cross join lateral (
        select n.outcome is null or n.outcome <> all(${db.array(notEligible)}::text[]) as eligible) e
      group by n.place_id
    )`;
};

/** A stairwell whose doors went to several teams is listed under the first of them. */
export const countCoverage = (db: Db, streetId: string, roundId: string, view: CoverageView) =>
  view.by === 'community'
    ? countCommunities(db, streetId, roundId, view)
    : countBelow(db, streetId, roundId, view, view.by);

const countCommunities = (db: Db, streetId: string, roundId: string, view: CoverageView) => db<CoverageRow[]>`
  with ${counted(db, streetId, roundId, view)}
  select c.id, c.name, null::jsonb as stairwell, n.eligible, n.settled, n.attempted, n.reached, n.responded, n.revisits,
         null::uuid as team_id, null::text as team_name
  from counted n
  join area c on c.id = n.place_id
  order by c.position, c.name, c.id`;

type LevelBelow = Exclude<CoverageLevel, 'community'>;

/** Id, name and order of the places of a level, in the order of the register. */
const placeOf = {
  grid: (db: Db) => db`
    coalesce(g.id::text, 'none') as id, coalesce(g.name, '') as name, null::jsonb as stairwell, coalesce(g.position, 1000000) as first,
    '' as second, 0 as third, 0 as fourth`,
  building: (db: Db) => db`
    b.id::text as id, k.name || ' ' || b.label as name, null::jsonb as stairwell, 0 as first, k.name as second, b.position as third, 0 as fourth`,
  stairwell: (db: Db) => db`
    s.id::text as id, k.name || ' ' || b.label || ' ' || s.label as name,
    jsonb_build_object('building', k.name || ' ' || b.label, 'label', s.label) as stairwell, 0 as first, k.name as second,
    b.position as third, s.position as fourth`,
} as const satisfies Record<LevelBelow, unknown>;

const countBelow = (db: Db, streetId: string, roundId: string, view: CoverageView, by: LevelBelow) => db<
  CoverageRow[]
>`
  with ${counted(db, streetId, roundId, view)}, placed as (
    select ${placeOf[by](db)}, n.eligible, n.settled, n.attempted, n.reached, n.responded, n.revisits, n.team_id
    from counted n
    join stairwell s on s.street_id = ${streetId} and s.id = n.place_id
    join building b on b.street_id = s.street_id and b.id = s.building_id
    join compound k on k.street_id = b.street_id and k.id = b.compound_id
    left join area g on g.id = b.grid_id
  ), added as materialized (
    select p.id, p.name, p.stairwell, p.first, p.second, p.third, p.fourth, sum(p.eligible)::int as eligible,
           sum(p.settled)::int as settled, sum(p.attempted)::int as attempted, sum(p.reached)::int as reached,
           sum(p.responded)::int as responded, sum(p.revisits)::int as revisits,
           case when ${by === 'stairwell'} then min(p.team_id::text)::uuid end as team_id
    from placed p
    group by p.id, p.name, p.stairwell, p.first, p.second, p.third, p.fourth
  )
  select n.id, n.name, n.stairwell, n.eligible, n.settled, n.attempted, n.reached, n.responded, n.revisits, n.team_id,
         t.name as team_name
  from added n
  left join team t on t.street_id = ${streetId} and t.id = n.team_id
  order by n.first, n.second, n.third, n.fourth, n.name, n.id`;

/** A building with its name, for the way back up. */
export const findBuilding = (db: Db, streetId: string, id: string, communityIds: readonly string[]) => db<
  { id: string; name: string; communityId: string; gridId: string | null }[]
>`
  select b.id, k.name || ' ' || b.label as name, b.community_id, b.grid_id
  from building b
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  where b.street_id = ${streetId} and b.id = ${id} and b.community_id = any(${db.array([...communityIds])}::uuid[])`;

export const findOwn = (db: Db, streetId: string, personId: string, today: string) => db<
  { stairwellIds: string[]; teamIds: string[] }[]
>`
  select
    array(
      select s.stairwell_id from steward_term s
      where s.street_id = ${streetId} and s.person_id = ${personId} and s.stairwell_id is not null
        and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today})
    ) as stairwell_ids,
    array(
      select t.id from team t
      where t.street_id = ${streetId} and t.leader_id = ${personId} and t.disbanded_at is null
    ) as team_ids`;
