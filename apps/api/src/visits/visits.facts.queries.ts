/** What the tests of the ledger change in the database. */
import type { Db } from '@huhudao/db';

export const giveForm = (db: Db, streetId: string, roundId: string, hash: string) => db`
  update round set visit_form_hash = ${hash} where street_id = ${streetId} and id = ${roundId}`;

export const takeQuestionnaire = (db: Db, streetId: string, roundId: string) => db`
  update round set questionnaire_hash = null where street_id = ${streetId} and id = ${roundId}`;

export const readStanding = (db: Db, streetId: string, roundId: string, householdId: string) => db<
  { outcome: string | null; attempts: number }[]
>`
  select outcome, attempts from assignment
  where street_id = ${streetId} and round_id = ${roundId} and household_id = ${householdId}`;

export const giveToAssessor = (db: Db, streetId: string, roundId: string, personId: string) => db`
  update round set assessor_id = ${personId} where street_id = ${streetId} and id = ${roundId}`;

export const insertResident = (
  db: Db,
  row: { streetId: string; id: string; householdId: string; name: string; initials: string },
) => db`
  insert into resident (street_id, id, household_id, name, initials)
  values (${row.streetId}, ${row.id}, ${row.householdId}, ${row.name}, ${row.initials})`;
