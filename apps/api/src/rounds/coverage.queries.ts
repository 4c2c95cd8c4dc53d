import type { Db } from '@huhudao/db';

export type CoverageCount = {
  id: string;
  name: string;
  eligible: number;
  settled: number;
  attempted: number;
  responded: number;
  teamId: string | null;
  teamName: string | null;
};

/** Outcomes of the group NE: such a household leaves numerator and denominator. */
const notEligible = ['ineligible', 'vacant', 'notResidential'];

/** Whose doors are counted: all of the communities, or only these stairwells and teams. */
export type CoverageReach = {
  communityIds: readonly string[];
  only: { stairwellIds: string[]; teamIds: string[] } | null;
};

const within = (db: Db, { communityIds, only }: CoverageReach) => db`
  a.community_id = any(${db.array([...communityIds])}::uuid[]) ${
    only === null
      ? db``
      : db`and (a.stairwell_id = any(${db.array(only.stairwellIds)}::uuid[])
                or a.team_id = any(${db.array(only.teamIds)}::uuid[]))`
  }`;

const counts = (db: Db) => db`
  (count(*) filter (where a.outcome is null or a.outcome <> all(${db.array(notEligible)}::text[])))::int as eligible,
  (count(*) filter (where a.settled and a.outcome <> all(${db.array(notEligible)}::text[])))::int as settled,
  (count(*) filter (where a.outcome is not null and a.outcome <> all(${db.array(notEligible)}::text[])))::int as attempted,
  (count(*) filter (where a.outcome in ('completed', 'partial')))::int as responded`;

export const countByCommunity = (db: Db, streetId: string, roundId: string, reach: CoverageReach) => db<
  CoverageCount[]
>`
  with counted as materialized (
    select a.community_id, ${counts(db)}
    from assignment a
    where a.street_id = ${streetId} and a.round_id = ${roundId} and ${within(db, reach)}
    group by a.community_id
  )
  select c.id, c.name, n.eligible, n.settled, n.attempted, n.responded, null::uuid as team_id, null::text as team_name
  from counted n join area c on c.id = n.community_id
  order by c.position, c.name, c.id`;

export const countByStairwell = (db: Db, streetId: string, roundId: string, reach: CoverageReach) => db<
  CoverageCount[]
>`
  with counted as materialized (
    select a.stairwell_id, min(a.team_id::text)::uuid as team_id, ${counts(db)}
    from assignment a
    where a.street_id = ${streetId} and a.round_id = ${roundId} and ${within(db, reach)}
    group by a.stairwell_id
  )
  select s.id, k.name || ' ' || b.label || ' ' || s.label as name, n.eligible, n.settled, n.attempted, n.responded,
         n.team_id, t.name as team_name
  from counted n
  join stairwell s on s.street_id = ${streetId} and s.id = n.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  left join team t on t.street_id = s.street_id and t.id = n.team_id
  order by k.name, b.position, b.label, s.position, s.label`;

export const findOwn = (db: Db, streetId: string, personId: string, today: string) => db<
  { stairwellIds: string[]; teamIds: string[] }[]
>`
  select
    array(
      select s.stairwell_id from steward_term s
      where s.street_id = ${streetId} and s.person_id = ${personId}
        and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today})
    ) as stairwell_ids,
    array(
      select t.id from team t
      where t.street_id = ${streetId} and t.leader_id = ${personId} and t.disbanded_at is null
    ) as team_ids`;
