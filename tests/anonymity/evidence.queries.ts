/** What somebody with the whole database can lay side by side, the system columns of PostgreSQL included. */
import type { Db } from '@huhudao/db';
import type { CompletionMode } from '@huhudao/domain';

/** What stands of an anonymous response: the response itself, a box in the sealed store, or a used ticket. */
export type Trace = {
  id: string;
  roundId: string;
  /** Null where the row does not say. */
  communityId: string | null;
  /** Place of the row in the table, and of its claim in theirs, as one number each. */
  place: number;
  claimPlace: number | null;
  /** The transactions that wrote them. */
  xid: string;
  claimXid: string | null;
};

/** `mark`: the test's own in the answers; no attack reads it. */
export const listResponseTraces = (db: Db, roundId: string | null) => db<
  (Trace & { mark: string; completionMode: CompletionMode })[]
>`
  select r.id, r.completion_mode, r.round_id, r.community_id, r.answers ->> 'otherTopic' as mark, r.xmin::text as xid,
         ${placeOf(db, 'r')} as place, ${placeOf(db, 'c')} as claim_place, c.xmin::text as claim_xid
  from anonymous_response r
  left join anonymous_claim c on c.street_id = r.street_id and c.id = r.id
  where ${roundId}::uuid is null or r.round_id = ${roundId}::uuid`;

/** `box`: sealed, base64; only the test opens it. */
export const listBoxTraces = (db: Db, roundId: string) => db<(Trace & { box: string })[]>`
  select r.id, r.round_id, null as community_id, translate(encode(r.sealed, 'base64'), E'\n', '') as box,
         r.xmin::text as xid, ${placeOf(db, 'r')} as place, ${placeOf(db, 'c')} as claim_place, c.xmin::text as claim_xid
  from anonymous_sealed r
  left join anonymous_claim c on c.street_id = r.street_id and c.id = r.id
  where r.round_id = ${roundId}`;

/** `id`: the hash of the ticket's token, hexadecimal. */
export const listTicketTraces = (db: Db, roundId: string) => db<Trace[]>`
  select encode(r.token_hash, 'hex') as id, r.round_id, null as community_id, r.xmin::text as xid,
         ${placeOf(db, 'r')} as place, null::float8 as claim_place, null as claim_xid
  from answer_ticket r
  where r.round_id = ${roundId} and r.receipt is not null`;

const placeOf = (db: Db, table: 'r' | 'c' | 'i') => {
  const row = db`trim(both '()' from ${db(table)}.ctid::text)`;
  return db`(split_part(${row}, ',', 1)::bigint * 100000 + split_part(${row}, ',', 2)::bigint)::float8`;
};

export type VisitTrace = {
  roundId: string;
  communityId: string;
  householdId: string;
  deviceId: string;
  receivedAt: string;
  sequence: number;
  xid: string;
  /** The last issue that was reported at the door in this round: where it and its claim lie, and what wrote it. */
  issue: { place: number; claimPlace: number; xid: string; changeNumber: number } | null;
};

/** Visits that led to answers, and to none that name the household: their answers were anonymous. */
export const listVisitTraces = (db: Db, roundId: string | null) => db<VisitTrace[]>`
  select v.round_id, v.community_id, v.household_id, v.device_id, v.received_at, v.xmin::text as xid,
         v.device_sequence::float8 as sequence,
         (
           select jsonb_build_object('place', ${placeOf(db, 'i')}, 'claimPlace', ${placeOf(db, 'c')},
                                     'xid', i.xmin::text, 'changeNumber', i.change_number)
           from issue i
           join mutation_claim c on c.street_id = i.street_id and c.id = i.id
           where i.street_id = v.street_id and i.round_id = v.round_id and i.household_id = v.household_id
           order by i.received_at desc, i.id desc limit 1
         ) as issue
  from visit v
  where v.outcome = 'completed'
    and (${roundId}::uuid is null or v.round_id = ${roundId}::uuid)
    and not exists (
      select 1 from response r
      where r.street_id = v.street_id and r.round_id = v.round_id and r.household_id = v.household_id)`;

export const readAuditNumber = (db: Db) => db<{ number: number }[]>`
  select coalesce(max(number), 0)::float8 as number from audit_entry`;

export type AuditTrace = {
  number: number;
  at: string;
  deviceId: string | null;
  action: string;
  subject: { count?: number };
  xid: string;
};

/** The street's audit after an entry. */
export const listAuditTraces = (db: Db, after: number) => db<AuditTrace[]>`
  select number::float8 as number, at, device_id, action, subject, xmin::text as xid
  from audit_entry
  where number > ${after}
  order by street_id, number`;
