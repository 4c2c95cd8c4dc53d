/** What the tests of coverage look at and change in the database. */
import type { Db } from '@huhudao/db';
import { newId } from '@huhudao/protocol';

/** Puts the building of a stairwell into a grid. */
export const putInGrid = (db: Db, streetId: string, stairwellId: string, gridId: string) => db`
  update building set grid_id = ${gridId}
  where street_id = ${streetId} and id = (
    select s.building_id from stairwell s where s.street_id = ${streetId} and s.id = ${stairwellId})`;

export type Recounted = {
  communityId: string;
  gridId: string | null;
  buildingId: string;
  stairwellId: string;
  eligible: number;
  settled: number;
  attempted: number;
  reached: number;
  responded: number;
  revisits: number;
};

/** Door by door, from the visits and not from what is kept of them; one row a stairwell. */
export const recountStairwells = (db: Db, streetId: string, roundId: string) => db<Recounted[]>`
  select s.community_id, b.grid_id, b.id as building_id, s.id as stairwell_id,
         count(*) filter (where d.eligible)::int as eligible,
         count(*) filter (where d.eligible and d.settled)::int as settled,
         count(*) filter (where d.eligible and d.visits > 0)::int as attempted,
         count(*) filter (where d.last in ('completed', 'partial', 'visited', 'refused', 'refusedHard', 'unable',
                                           'appointment'))::int as reached,
         count(*) filter (where d.last in ('completed', 'partial'))::int as responded,
         count(*) filter (where d.due)::int as revisits
  from (
    select h.stairwell_id, l.visits, l.last, a.settled,
           l.last is null or l.last not in ('vacant', 'notResidential', 'ineligible') as eligible,
           exists (
             select 1 from revisit v
             where v.street_id = h.street_id and v.household_id = h.id and v.state in ('open', 'planned', 'visited')
           ) as due
    from assignment a
    join household h on h.street_id = a.street_id and h.id = a.household_id
    cross join lateral (
      select count(*) as visits, (array_agg(v.outcome order by v.occurred_at desc, v.id desc))[1] as last
      from visit v
      where v.street_id = a.street_id and v.round_id = a.round_id and v.household_id = a.household_id) l
    where a.street_id = ${streetId} and a.round_id = ${roundId}
  ) d
  join stairwell s on s.street_id = ${streetId} and s.id = d.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  group by s.community_id, b.grid_id, b.id, s.id`;

export const giveToAssessor = (db: Db, streetId: string, roundId: string, assessorId: string) => db`
  update round set assessor_id = ${assessorId} where street_id = ${streetId} and id = ${roundId}`;

export const appointSteward = (db: Db, streetId: string, personId: string, stairwellId: string) => db`
  insert into steward_term (street_id, id, person_id, stairwell_id, starts_on)
  values (${streetId}, ${newId()}, ${personId}, ${stairwellId}, '2026-01-01')`;
