/** What the tests of rounds look at and change in the database. */
import type { Db, Transaction } from '@huhudao/db';
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

/** Households of a frame by replicate, and how many of them teams were sent to. */
export const countByReplicate = (db: Db, streetId: string, roundId: string, communityId: string) => db<
  { replicate: number | null; count: number; assigned: number }[]
>`
  select f.replicate, count(*)::int as count, count(a.household_id)::int as assigned
  from frame_entry f
  left join assignment a
    on a.street_id = f.street_id and a.round_id = f.round_id and a.household_id = f.household_id
  where f.street_id = ${streetId} and f.round_id = ${roundId} and f.community_id = ${communityId}
  group by f.replicate
  order by f.replicate nulls last`;

/** Takes a round's frame and list out, and puts them back in another order, as a restored backup may hold them. */
export const restoreRound = async (tx: Transaction, streetId: string, roundId: string) => {
  await tx`
    create temporary table kept_frame on commit drop as
    select community_id, position, household_id, replicate
    from frame_entry where street_id = ${streetId} and round_id = ${roundId}`;
  await tx`
    create temporary table kept_list on commit drop as
    select household_id, community_id, stairwell_id, team_id, inclusion_probability, change_number
    from assignment where street_id = ${streetId} and round_id = ${roundId}`;
  await tx`delete from frame_entry where street_id = ${streetId} and round_id = ${roundId}`;
  await tx`delete from assignment where street_id = ${streetId} and round_id = ${roundId}`;
  await tx`
    insert into frame_entry (street_id, round_id, community_id, position, household_id, replicate)
    select ${streetId}::uuid, ${roundId}::uuid, community_id, position, household_id, replicate
    from kept_frame order by position desc, community_id`;
  await tx`
    insert into assignment (
      street_id, round_id, household_id, community_id, stairwell_id, team_id, inclusion_probability, change_number)
    select ${streetId}::uuid, ${roundId}::uuid, household_id, community_id, stairwell_id, team_id,
           inclusion_probability, change_number
    from kept_list order by md5(household_id::text)`;
};

/** Moves the first household of a replicate to another one. */
export const markReplicate = (
  db: Db,
  streetId: string,
  roundId: string,
  communityId: string,
  from: number,
  to: number,
) => db`
  update frame_entry f set replicate = ${to}
  where f.street_id = ${streetId} and f.round_id = ${roundId} and f.community_id = ${communityId}
    and f.position = (
      select min(g.position) from frame_entry g
      where g.street_id = ${streetId} and g.round_id = ${roundId} and g.community_id = ${communityId}
        and g.replicate = ${from})`;

/** Turns the order of a frame round. */
export const turnFrame = (db: Db, streetId: string, roundId: string, communityId: string) => db`
  update frame_entry set position = -position
  where street_id = ${streetId} and round_id = ${roundId} and community_id = ${communityId}`;

export const joinTeam = (db: Db, streetId: string, teamId: string, personId: string) => db`
  insert into team_member (street_id, team_id, person_id) values (${streetId}, ${teamId}, ${personId})`;

/** What else an assessor's round has made that somebody could ask for by its id. */
export const findHiddenIds = (db: Db, streetId: string, roundId: string) => db<
  { teamId: string; visitId: string; recordId: string }[]
>`
  select
    (select t.id from team t where t.street_id = ${streetId} and t.round_id = ${roundId} order by t.id limit 1) as team_id,
    (select v.id from visit v where v.street_id = ${streetId} and v.round_id = ${roundId} order by v.id limit 1) as visit_id,
    (select q.id from quarantine q where q.street_id = ${streetId} order by q.received_at desc, q.id desc limit 1)
      as record_id`;

export const listProbabilities = (db: Db, streetId: string, roundId: string) => db<
  { communityId: string; probability: number; count: number }[]
>`
  select community_id, inclusion_probability as probability, count(*)::int as count
  from assignment
  where street_id = ${streetId} and round_id = ${roundId}
  group by 1, 2`;

/** The list in use: who was drawn, with what probability. */
export const listDrawn = (db: Db, streetId: string, roundId: string) => db<
  { householdId: string; probability: number }[]
>`
  select household_id, inclusion_probability as probability
  from assignment
  where street_id = ${streetId} and round_id = ${roundId}
  order by household_id`;

export const findProgrammeSeed = (db: Db, id: string) => db<{ seed: string }[]>`
  select seed from programme where id = ${id}`;
