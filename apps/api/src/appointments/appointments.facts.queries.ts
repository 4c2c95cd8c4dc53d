/** What the tests of appointments look at in the database. */
import type { Db } from '@huhudao/db';

export const countAppointments = (db: Db, streetId: string, roundId: string) => db<{ count: number }[]>`
  select count(*)::int as count from resident_appointment where street_id = ${streetId} and round_id = ${roundId}`;

/** Which transaction wrote a household's choice, as PostgreSQL itself remembers it. */
export const findWriter = (db: Db, streetId: string, roundId: string, householdId: string) => db<
  { xid: string }[]
>`
  select xmin::text as xid from resident_appointment
  where street_id = ${streetId} and round_id = ${roundId} and household_id = ${householdId}`;

/** What the table of choices and those of anonymous responses have in common to be put together by. */
export const listSharedColumns = (db: Db) => db<{ columnName: string }[]>`
  select distinct a.column_name
  from information_schema.columns a
  join information_schema.columns b on b.column_name = a.column_name and b.table_schema = a.table_schema
  where a.table_schema = 'public' and a.table_name = 'resident_appointment'
    and b.table_name in ('answer_ticket', 'anonymous_sealed', 'anonymous_response', 'anonymous_claim')
  order by a.column_name`;
