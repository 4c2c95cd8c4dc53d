/** Tables that break the rules of the schema, for the test that looks for such. */
import type { Sql } from './pool.ts';

export const plantViolations = async (db: Sql) => {
  await db`create table planted_text (street_id text not null, id uuid primary key)`;
  await db`create function planted() returns trigger language plpgsql as 'begin return new; end'`;
  await db`create trigger planted_trigger before insert on planted_text for each row execute function planted()`;
  await db`create table planted_local (id uuid primary key)`;
  await db`
    create table planted_pointer (
      street_id uuid, compound_id uuid, local_id uuid,
      constraint planted_pointer_fk foreign key (street_id, compound_id) references compound (street_id, id) on delete set null,
      constraint planted_pointer_local foreign key (local_id) references planted_local (id))`;
};
