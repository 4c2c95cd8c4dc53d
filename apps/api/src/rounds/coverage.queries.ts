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

const inPart = (db: Db, { gridId, buildingId }: CoverageView) => db`
  (${gridId === null ? db`true` : gridId === 'none' ? db`b.grid_id is null` : db`b.grid_id = ${gridId}`})
  and (${buildingId}::uuid is null or b.id = ${buildingId}::uuid)`;

/** Id, name and order of the places of a level. */
const placeOf = {
  community: (db: Db) =>
    db`c.id::text as id, c.name, c.position as first, '' as second, 0 as third, 0 as fourth`,
  grid: (db: Db) => db`
    coalesce(g.id::text, 'none') as id, coalesce(g.name, '') as name, coalesce(g.position, 1000000) as first,
    '' as second, 0 as third, 0 as fourth`,
  building: (db: Db) => db`
    b.id::text as id, k.name || ' ' || b.label as name, 0 as first, k.name as second, b.position as third, 0 as fourth`,
  stairwell: (db: Db) => db`
    s.id::text as id, k.name || ' ' || b.label || ' ' || s.label as name, 0 as first, k.name as second,
    b.position as third, s.position as fourth`,
} as const satisfies Record<CoverageLevel, (db: Db) => unknown>;

/**
 * Doors counted by stairwell first, then added up to the level: a street has many doors, and few stairwells. A stairwell
 * whose doors went to several teams is listed under the first of them.
 */
export const countCoverage = (db: Db, streetId: string, roundId: string, view: CoverageView) => db<
  CoverageRow[]
>`
  with cell as materialized (
    select a.stairwell_id, a.outcome, a.settled, a.team_id, count(*)::int as doors
    from assignment a
    where a.street_id = ${streetId} and a.round_id = ${roundId} and ${within(db, view)}
    group by a.stairwell_id, a.outcome, a.settled, a.team_id
  ), counted as materialized (
    select n.stairwell_id, min(n.team_id::text)::uuid as team_id,
           coalesce(sum(n.doors) filter (where e.eligible), 0)::int as eligible,
           coalesce(sum(n.doors) filter (where e.eligible and n.settled), 0)::int as settled,
           coalesce(sum(n.doors) filter (where e.eligible and n.outcome is not null), 0)::int as attempted,
           coalesce(sum(n.doors) filter (where n.outcome = any(${db.array(met)}::text[])), 0)::int as reached,
           coalesce(sum(n.doors) filter (where n.outcome in ('completed', 'partial')), 0)::int as responded
    from cell n
    cross join lateral (
      select n.outcome is null or n.outcome <> all(${db.array(notEligible)}::text[]) as eligible) e
    group by n.stairwell_id
  ), due as materialized (
    select a.stairwell_id, count(*)::int as revisits
    from (
      select distinct v.household_id
      from revisit v
      where v.street_id = ${streetId} and v.state in ('open', 'planned', 'visited')
        and v.community_id = any(${db.array([...view.communityIds])}::uuid[])
    ) v
    join assignment a on a.street_id = ${streetId} and a.round_id = ${roundId} and a.household_id = v.household_id
    where ${within(db, view)}
    group by a.stairwell_id
  ), placed as (
    select ${placeOf[view.by](db)}, n.eligible, n.settled, n.attempted, n.reached, n.responded,
           coalesce(d.revisits, 0) as revisits, n.team_id
    from counted n
    join stairwell s on s.street_id = ${streetId} and s.id = n.stairwell_id
    join building b on b.street_id = s.street_id and b.id = s.building_id
    join compound k on k.street_id = b.street_id and k.id = b.compound_id
    join area c on c.id = s.community_id
    left join area g on g.id = b.grid_id
    left join due d on d.stairwell_id = n.stairwell_id
    where ${inPart(db, view)}
  ), added as (
    select p.id, p.name, p.first, p.second, p.third, p.fourth, sum(p.eligible)::int as eligible,
           sum(p.settled)::int as settled, sum(p.attempted)::int as attempted, sum(p.reached)::int as reached,
           sum(p.responded)::int as responded, sum(p.revisits)::int as revisits,
           case when ${view.by === 'stairwell'} then min(p.team_id::text)::uuid end as team_id
    from placed p
    group by p.id, p.name, p.first, p.second, p.third, p.fourth
  )
  select n.id, n.name, n.eligible, n.settled, n.attempted, n.reached, n.responded, n.revisits, n.team_id,
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
