/** What the tests of the register put into the database, and look up in it. */
import type { Db } from '@huhudao/db';
import { newId } from '@huhudao/protocol';

export const insertResident = (
  db: Db,
  streetId: string,
  householdId: string,
  resident: { name: string; initials: string; phone: string | null },
) => db`
  insert into resident (street_id, id, household_id, name, initials, phone)
  values (${streetId}, ${newId()}, ${householdId}, ${resident.name}, ${resident.initials}, ${resident.phone})`;

/** Makes a round an assessor's, which nobody else may know of. */
export const giveToAssessor = (db: Db, streetId: string, roundId: string, assessorId: string) => db`
  update round set assessor_id = ${assessorId} where street_id = ${streetId} and id = ${roundId}`;

export const setBuildingGrid = (db: Db, streetId: string, communityId: string, gridId: string) => db`
  update building set grid_id = ${gridId} where street_id = ${streetId} and community_id = ${communityId}`;

export const listChanged = (db: Db, streetId: string, since: number) => db<
  { id: string; changeNumber: number }[]
>`
  select id, change_number from household where street_id = ${streetId} and change_number > ${since}`;

export const readChangeNumber = (db: Db, streetId: string) => db<{ changeNumber: number }[]>`
  select change_number from street_head where street_id = ${streetId}`;

export const listAudit = (db: Db, streetId: string, action: string) => db<{ subject: unknown }[]>`
  select subject from audit_entry where street_id = ${streetId} and action = ${action} order by number`;
