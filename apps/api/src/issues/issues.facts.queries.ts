/** What tests look at. */
import type { Db } from '@huhudao/db';

export const listStored = (db: Db, streetId: string, ids: string[]) => db<
  { id: string; reportedOn: string }[]
>`
  select id, reported_on from issue where street_id = ${streetId} and id = any(${db.array(ids)}::uuid[])`;

export const listQuarantined = (db: Db, streetId: string, mutationId: string) => db<
  { problemCode: string }[]
>`
  select problem_code from quarantine where street_id = ${streetId} and mutation_id = ${mutationId}`;

/** How many audit entries name an id, and how many hold words. */
export const countNaming = (db: Db, streetId: string, id: string, words: string) => db<
  { id: number; words: number }[]
>`
  select count(*) filter (where subject::text like ${`%${id}%`})::int as id,
         count(*) filter (where subject::text like ${`%${words}%`})::int as words
  from audit_entry
  where street_id = ${streetId}`;

/** The state an issue is given by what comes in a later version. */
export const markState = (db: Db, streetId: string, id: string, state: string, changeNumber: number) => db`
  update issue set state = ${state}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${id}`;
