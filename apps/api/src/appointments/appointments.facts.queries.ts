/** What the tests of appointments look at in the database. */
import type { Db } from '@huhudao/db';

export const countAppointments = (db: Db, streetId: string, roundId: string) => db<{ count: number }[]>`
  select count(*)::int as count from resident_appointment where street_id = ${streetId} and round_id = ${roundId}`;
