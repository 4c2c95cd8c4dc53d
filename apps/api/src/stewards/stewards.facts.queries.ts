/** Facts and arrangements of the tests. */
import type { Sql } from '@huhudao/db';

export const setGrid = (db: Sql, streetId: string, buildingId: string, gridId: string) => db`
  update building set grid_id = ${gridId} where street_id = ${streetId} and id = ${buildingId}`;

export const setInitials = (db: Sql, personId: string, name: string, initials: string) => db`
  update person set name = ${name}, initials = ${initials} where id = ${personId}`;

export const listAuditSubjects = (db: Sql, streetId: string) => db<{ subject: unknown }[]>`
  select subject from audit_entry where street_id = ${streetId} order by number`;
