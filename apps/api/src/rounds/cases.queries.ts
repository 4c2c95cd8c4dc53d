/** The 12345 cases of hotline rounds. */
import type { Db, Transaction } from '@huhudao/db';
import type { CaseView, HotlineCase } from '@huhudao/protocol';
import { visitable } from '../http/places.queries.ts';

export const replaceCases = async (
  tx: Transaction,
  streetId: string,
  roundId: string,
  cases: readonly HotlineCase[],
) => {
  await tx`delete from hotline_case where street_id = ${streetId} and round_id = ${roundId}`;
  await tx`
    insert into hotline_case (street_id, round_id, number, position, address, topic, reported_on, household_id)
    select ${streetId}::uuid, ${roundId}::uuid, c.number, c.position, c.address, c.topic, c."reportedOn", c."householdId"
    from jsonb_to_recordset(${tx.json(cases.map((one, position) => ({ ...one, position })))}) as c (
      number text, position integer, address text, topic text, "reportedOn" date, "householdId" uuid)`;
};

/** How many of these doors are in the register, in these communities. */
export const countDoors = (
  db: Db,
  streetId: string,
  householdIds: readonly string[],
  communityIds: readonly string[],
) => db<{ count: number }[]>`
  select count(*)::int as count from household
  where street_id = ${streetId} and id = any(${db.array([...householdIds])}::uuid[])
    and community_id = any(${db.array([...communityIds])}::uuid[]) and removed_at is null`;

/** Cases of a round, and those of them whose door is known and still in a community of the round. */
export const countCases = (db: Db, streetId: string, roundId: string, communityIds: readonly string[]) => db<
  { listed: number; found: number }[]
>`
  select count(*)::int as listed, count(h.id)::int as found
  from hotline_case c
  left join household h
    on h.street_id = c.street_id and h.id = c.household_id and h.removed_at is null
      and h.community_id = any(${db.array([...communityIds])}::uuid[])
  where c.street_id = ${streetId} and c.round_id = ${roundId}`;

/** Cases at doors of the communities; those without a door are nobody's yet, and only told where `all` are wanted. */
export const listCases = (
  db: Db,
  streetId: string,
  roundId: string,
  { communityIds, all }: { communityIds: readonly string[]; all: boolean },
) => db<CaseView[]>`
  select c.number, c.address, c.topic, c.reported_on,
         case when h.id is not null then jsonb_build_object(
           'householdId', h.id, 'communityId', h.community_id,
           'address', k.name || ' ' || b.label || ' ' || s.label || ' ' || h.room,
           'visitable', ${visitable(db)}) end as door,
         a.outcome
  from hotline_case c
  left join household h on h.street_id = c.street_id and h.id = c.household_id and h.removed_at is null
  left join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  left join building b on b.street_id = s.street_id and b.id = s.building_id
  left join compound k on k.street_id = b.street_id and k.id = b.compound_id
  left join assignment a
    on a.street_id = c.street_id and a.round_id = c.round_id and a.household_id = c.household_id
  where c.street_id = ${streetId} and c.round_id = ${roundId}
    and case when h.id is null then ${all} else h.community_id = any(${db.array([...communityIds])}::uuid[]) end
  order by c.position`;
