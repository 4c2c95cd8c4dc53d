/** What somebody with the whole database can lay side by side, the system columns of PostgreSQL included. */
import type { Db } from '@huhudao/db';

export type ResponseTrace = {
  id: string;
  roundId: string;
  communityId: string;
  /** The test's own mark in the answers; no attack reads it. */
  mark: string;
  /** Place of the row in the table, and of its claim in theirs, as one number each. */
  place: number;
  claimPlace: number | null;
  /** The transactions that wrote them. */
  xid: string;
  claimXid: string | null;
};

export const listResponseTraces = (db: Db, roundId: string | null) => db<ResponseTrace[]>`
  select r.id, r.round_id, r.community_id, r.answers ->> 'otherTopic' as mark, r.xmin::text as xid,
         (split_part(trim(both '()' from r.ctid::text), ',', 1)::bigint * 100000
           + split_part(trim(both '()' from r.ctid::text), ',', 2)::bigint)::float8 as place,
         (split_part(trim(both '()' from c.ctid::text), ',', 1)::bigint * 100000
           + split_part(trim(both '()' from c.ctid::text), ',', 2)::bigint)::float8 as claim_place,
         c.xmin::text as claim_xid
  from anonymous_response r
  left join anonymous_claim c on c.street_id = r.street_id and c.id = r.id
  where ${roundId}::uuid is null or r.round_id = ${roundId}::uuid`;

export type VisitTrace = {
  roundId: string;
  communityId: string;
  householdId: string;
  deviceId: string;
  receivedAt: string;
  sequence: number;
  xid: string;
};

/** Visits that led to answers, and to none that name the household: their answers were anonymous. */
export const listVisitTraces = (db: Db, roundId: string | null) => db<VisitTrace[]>`
  select v.round_id, v.community_id, v.household_id, v.device_id, v.received_at, v.xmin::text as xid,
         v.device_sequence::float8 as sequence
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
