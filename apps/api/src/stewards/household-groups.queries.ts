import type { Db, Transaction } from '@huhudao/db';

/** Those of the households that are doors of the stairwell. */
export const listDoors = (db: Db, streetId: string, stairwellId: string, ids: readonly string[]) => db<
  { id: string }[]
>`
  select id from household
  where street_id = ${streetId} and stairwell_id = ${stairwellId} and removed_at is null
    and id = any(${db.array([...ids])}::uuid[])`;

export const listGrouped = (db: Db, streetId: string, ids: readonly string[]) => db<
  { householdId: string }[]
>`
  select household_id from household_group_member
  where street_id = ${streetId} and household_id = any(${db.array([...ids])}::uuid[])
  order by household_id`;

export const listSameName = (db: Db, streetId: string, stairwellId: string, name: string) => db<
  { id: string }[]
>`
  select id from household_group
  where street_id = ${streetId} and stairwell_id = ${stairwellId} and name = ${name} and dissolved_at is null`;

export const insertGroup = (
  tx: Transaction,
  streetId: string,
  { id, stairwellId, name }: { id: string; stairwellId: string; name: string },
) => tx`
  insert into household_group (street_id, id, stairwell_id, community_id, name)
  select s.street_id, ${id}, s.id, s.community_id, ${name}
  from stairwell s
  where s.street_id = ${streetId} and s.id = ${stairwellId}`;

export const insertMembers = (
  tx: Transaction,
  streetId: string,
  groupId: string,
  ids: readonly string[],
) => tx`
  insert into household_group_member (street_id, household_id, group_id)
  select ${streetId}, household_id, ${groupId}::uuid from unnest(${tx.array([...ids])}::uuid[]) as m (household_id)`;

export const deleteMembers = (tx: Transaction, streetId: string, groupId: string) => tx`
  delete from household_group_member where street_id = ${streetId} and group_id = ${groupId}`;

export const markDissolved = (tx: Transaction, streetId: string, groupId: string, at: string) => tx`
  update household_group set dissolved_at = ${at} where street_id = ${streetId} and id = ${groupId}`;

/** Terms of a unit that go on, or have not begun, end. */
export const endTerms = (tx: Transaction, streetId: string, unitId: string, today: string) => tx`
  update steward_term set ends_on = greatest(starts_on, ${today}::date), phone = null
  where street_id = ${streetId} and unit_id = ${unitId} and (ends_on is null or ends_on > ${today}::date)`;
