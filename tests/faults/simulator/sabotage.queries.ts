/** What negative controls do to the database. */
import type { Sql } from '@huhudao/db';

/** The unique constraint of claims holds nothing any more: an id that is taken is let go before it is taken again. */
export async function dropUniqueness(sql: Sql): Promise<void> {
  await sql`
    create function let_go() returns trigger language plpgsql as $$
    begin
      delete from mutation_claim where street_id = new.street_id and id = new.id;
      return new;
    end $$`;
  await sql`create trigger let_go before insert on mutation_claim for each row execute function let_go()`;
  await sql`alter table visit drop constraint visit_pkey cascade`;
}

/** The same for issues alone. */
export async function dropUniquenessOfIssues(sql: Sql): Promise<void> {
  await sql`
    create function let_go() returns trigger language plpgsql as $$
    begin
      delete from mutation_claim c where c.street_id = new.street_id and c.id = new.id and exists (
        select 1 from issue i where i.street_id = c.street_id and i.id = c.id);
      return new;
    end $$`;
  await sql`create trigger let_go before insert on mutation_claim for each row execute function let_go()`;
  await sql`alter table issue drop constraint issue_pkey cascade`;
  await sql`alter table issue_photo drop constraint issue_photo_pkey cascade`;
}

export const deleteOneVisit = (sql: Sql, streetId: string) => sql`
  delete from visit where (street_id, id) in (
    select v.street_id, v.id from visit v
    where v.street_id = ${streetId}
      and not exists (select 1 from visit_amendment a where a.street_id = v.street_id and a.visit_id = v.id)
    limit 1)`;

export const deleteOneAnonymous = (sql: Sql, streetId: string) => sql`
  delete from anonymous_response where (street_id, id) in (
    select street_id, id from anonymous_response where street_id = ${streetId} limit 1)`;

export const doubleOneAnonymous = (sql: Sql, streetId: string) => sql`
  insert into anonymous_response
  select street_id, gen_random_uuid(), round_id, community_id, version_hash, completion_mode, complete, counted,
         eligible_adults, answers
  from anonymous_response where street_id = ${streetId} limit 1`;

export const forgetRefusals = (sql: Sql, streetId: string) => sql`
  delete from quarantine where street_id = ${streetId}`;

export const takeFlagsOff = (sql: Sql, streetId: string) => sql`
  update visit set parallel = false where street_id = ${streetId}`;

export const countOneMore = (sql: Sql, streetId: string) => sql`
  update rollup set count = count + 1 where street_id = ${streetId}`;

export const moveStandings = (sql: Sql, streetId: string) => sql`
  update assignment set attempts = attempts + 1 where street_id = ${streetId} and attempts > 0`;

/** A change without a change number: no pull tells of it. */
export const changeUnstamped = (sql: Sql, streetId: string) => sql`
  update household set room = room || 'A' where street_id = ${streetId}`;

export const deleteOneIssue = (sql: Sql, streetId: string) => sql`
  delete from issue where (street_id, id) in (
    select i.street_id, i.id from issue i
    where i.street_id = ${streetId}
      and not exists (select 1 from issue_photo p where p.street_id = i.street_id and p.issue_id = i.id)
    limit 1)`;

export const forgetPhotos = (sql: Sql, streetId: string) => sql`
  delete from photo where street_id = ${streetId}`;

/** The last byte of every part is another. */
export const spoilPhotos = (sql: Sql, streetId: string) => sql`
  update photo_part set bytes = set_byte(bytes, length(bytes) - 1, 255 - get_byte(bytes, length(bytes) - 1))
  where street_id = ${streetId}`;

export const forgetBoxesOnHold = (sql: Sql, streetId: string) => sql`
  delete from quarantine where street_id = ${streetId} and kind = 'sealedResponse'`;
