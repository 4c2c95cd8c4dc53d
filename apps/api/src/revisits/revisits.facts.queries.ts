/** What the tests of revisits look at and change in the database. */
import type { Db } from '@huhudao/db';

export const listRaised = (db: Db, streetId: string, householdId: string) => db<
  {
    reason: string;
    state: string;
    topics: string[];
    ruleVersion: number | null;
    roundId: string | null;
    cause: string | null;
    dueOn: string;
    changeNumber: number;
  }[]
>`
  select reason, state, topics, rule_version, round_id, cause, due_on, change_number
  from revisit
  where street_id = ${streetId} and household_id = ${householdId}
  order by reason`;

export const listAudit = (db: Db, streetId: string, action: string) => db<
  { subject: Record<string, unknown> }[]
>`
  select subject from audit_entry where street_id = ${streetId} and action = ${action} order by number desc`;

export const countRaised = (db: Db, streetId: string) => db<{ count: number }[]>`
  select count(*)::int as count from revisit where street_id = ${streetId}`;

export const readChangeNumber = (db: Db, streetId: string) => db<{ changeNumber: number }[]>`
  select change_number from street_head where street_id = ${streetId}`;

export const setDoNotContact = (db: Db, streetId: string, householdId: string) => db`
  update household set do_not_contact = true where street_id = ${streetId} and id = ${householdId}`;

export const insertResident = (
  db: Db,
  row: { streetId: string; id: string; householdId: string; name: string; initials: string },
) => db`
  insert into resident (street_id, id, household_id, name, initials)
  values (${row.streetId}, ${row.id}, ${row.householdId}, ${row.name}, ${row.initials})`;

export const giveToAssessor = (db: Db, streetId: string, roundId: string, personId: string) => db`
  update round set assessor_id = ${personId} where street_id = ${streetId} and id = ${roundId}`;

export const listVersions = (db: Db, ruleId: string) => db<{ version: number; condition: string | null }[]>`
  select version, condition from revisit_rule where id = ${ruleId} order by version`;
