/** What the tests of tickets look at and change in the database. */
import type { Db } from '@huhudao/db';

/** Every column of the tables that an anonymous response, its ticket and its box could be told from one another by. */
export const listColumns = (db: Db) => db<{ tableName: string; columnName: string }[]>`
  select table_name, column_name
  from information_schema.columns
  where table_schema = 'public' and table_name in ('answer_ticket', 'anonymous_sealed', 'anonymous_response')
  order by table_name, column_name`;

export const listTickets = (db: Db, streetId: string, roundId: string) => db<
  { tokenHash: string; expiresOn: string; receipt: string | null }[]
>`
  select encode(token_hash, 'hex') as token_hash, expires_on, encode(receipt, 'hex') as receipt
  from answer_ticket
  where street_id = ${streetId} and round_id = ${roundId}`;

export const listLinked = (db: Db, streetId: string, roundId: string) => db<
  {
    householdId: string;
    identityMode: string;
    completionMode: string;
    counted: boolean;
    consentedAt: string;
    receivedAt: string;
  }[]
>`
  select household_id, identity_mode, completion_mode, counted, consented_at, received_at
  from response
  where street_id = ${streetId} and round_id = ${roundId}
  order by received_at, counted desc`;

export const listAnonymous = (db: Db, streetId: string, roundId: string) => db<
  {
    id: string;
    communityId: string;
    completionMode: string;
    counted: boolean;
    answers: Record<string, unknown>;
  }[]
>`
  select id, community_id, completion_mode, counted, answers
  from anonymous_response
  where street_id = ${streetId} and round_id = ${roundId}`;

export const listBoxes = (db: Db, streetId: string, roundId: string) => db<{ id: string }[]>`
  select id from anonymous_sealed where street_id = ${streetId} and round_id = ${roundId}`;

export const countAudit = (db: Db, streetId: string) => db<{ count: number }[]>`
  select count(*)::int as count from audit_entry where street_id = ${streetId}`;

/** Which transactions wrote a round's boxes and used tickets, as PostgreSQL itself remembers it. */
export const listTransactions = (db: Db, streetId: string, roundId: string) => db<
  { kind: string; xid: string; count: number }[]
>`
  select w.kind, w.xid, count(*)::int as count
  from (
    select 'box' as kind, s.xmin::text as xid from anonymous_sealed s
    where s.street_id = ${streetId} and s.round_id = ${roundId}
    union all
    select 'ticket', t.xmin::text from answer_ticket t
    where t.street_id = ${streetId} and t.round_id = ${roundId} and t.receipt is not null
  ) w
  group by w.kind, w.xid
  order by w.kind`;
