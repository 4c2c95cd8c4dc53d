/** What the tests of rounds look at and change in the database. */
import type { Db } from '@huhudao/db';
import { newId } from '@huhudao/protocol';

export const setOccupancy = (db: Db, streetId: string, id: string, occupancy: string) => db`
  update household set occupancy = ${occupancy} where street_id = ${streetId} and id = ${id}`;

export const setDoNotContact = (db: Db, streetId: string, id: string) => db`
  update household set do_not_contact = true where street_id = ${streetId} and id = ${id}`;

export const listTeamsOf = (db: Db, streetId: string, roundId: string) => db<
  { communityId: string; teamId: string; count: number }[]
>`
  select community_id, team_id, count(*)::int as count
  from assignment
  where street_id = ${streetId} and round_id = ${roundId}
  group by 1, 2
  order by 1`;

/** Puts a household on the list in place of one that was drawn. */
export const swapHousehold = (db: Db, streetId: string, roundId: string, communityId: string) => db`
  update assignment a
  set household_id = (
    select f.household_id from frame_entry f
    where f.street_id = a.street_id and f.round_id = a.round_id and f.community_id = a.community_id
      and f.household_id not in (
        select b.household_id from assignment b where b.street_id = a.street_id and b.round_id = a.round_id)
    order by f.position
    limit 1)
  where a.street_id = ${streetId} and a.round_id = ${roundId}
    and a.household_id = (
      select min(c.household_id::text)::uuid from assignment c
      where c.street_id = ${streetId} and c.round_id = ${roundId} and c.community_id = ${communityId})`;

export const countFrame = (db: Db, streetId: string, roundId: string) => db<{ count: number }[]>`
  select count(*)::int as count from frame_entry where street_id = ${streetId} and round_id = ${roundId}`;

export const countAnonymous = (db: Db, streetId: string, roundId: string) => db<{ count: number }[]>`
  select count(*)::int as count from anonymous_response where street_id = ${streetId} and round_id = ${roundId}`;

export const countUnsettledVisited = (db: Db, streetId: string, roundId: string) => db<{ count: number }[]>`
  select count(*)::int as count from assignment
  where street_id = ${streetId} and round_id = ${roundId} and outcome is not null and not settled`;

export const appointSteward = (db: Db, streetId: string, personId: string, stairwellId: string) => db`
  insert into steward_term (street_id, id, person_id, stairwell_id, starts_on)
  values (${streetId}, ${newId()}, ${personId}, ${stairwellId}, '2026-01-01')`;

export const setDrawAlgorithm = (db: Db, streetId: string, roundId: string, algorithm: string) => db`
  update sample_draw set algorithm = ${algorithm} where street_id = ${streetId} and round_id = ${roundId}`;
