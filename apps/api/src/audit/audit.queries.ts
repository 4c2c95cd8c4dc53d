import type { Db, Transaction } from '@huhudao/db';
import type { AuditSubject } from '../http/audit-chain.ts';

export type AuditRow = {
  number: number;
  at: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  subject: AuditSubject;
};

export type AuditFilter = { action: string | null; offset: number; limit: number };

export const listStreetAudit = (db: Db, streetId: string, filter: AuditFilter) => db<AuditRow[]>`
  select e.number, e.at, e.actor_id, p.name as actor_name, e.action, e.subject
  from audit_entry e
  left join person p on p.id = e.actor_id
  where e.street_id = ${streetId} and (${filter.action}::text is null or e.action = ${filter.action})
  order by e.number desc
  offset ${filter.offset} limit ${filter.limit}`;

export const countStreetAudit = (db: Db, streetId: string, action: string | null) => db<{ count: number }[]>`
  select count(*)::integer as count
  from audit_entry
  where street_id = ${streetId} and (${action}::text is null or action = ${action})`;

export const listPlatformAudit = (db: Db, filter: AuditFilter) => db<AuditRow[]>`
  select e.number, e.at, e.actor_id, p.name as actor_name, e.action, e.subject
  from platform_audit e
  left join person p on p.id = e.actor_id
  where ${filter.action}::text is null or e.action = ${filter.action}
  order by e.number desc
  offset ${filter.offset} limit ${filter.limit}`;

export const countPlatformAudit = (db: Db, action: string | null) => db<{ count: number }[]>`
  select count(*)::integer as count
  from platform_audit
  where ${action}::text is null or action = ${action}`;

export type ChainRow = {
  number: number;
  at: string;
  actorId: string | null;
  deviceId: string | null;
  action: string;
  subject: AuditSubject;
  previousHash: Buffer;
  hash: Buffer;
};

export type ChainHead = { auditNumber: number; auditHash: Buffer };

/** Rows fetched at once while a chain is read. */
const batch = 1000;

export const readStreetChain = (tx: Transaction, streetId: string) =>
  tx<ChainRow[]>`
  select number, at, actor_id, device_id, action, subject, previous_hash, hash
  from audit_entry
  where street_id = ${streetId}
  order by number`.cursor(batch);

export const findStreetHead = (tx: Transaction, streetId: string) => tx<ChainHead[]>`
  select audit_number, audit_hash from street_head where street_id = ${streetId}`;

export const readPlatformChain = (tx: Transaction) =>
  tx<ChainRow[]>`
  select number, at, actor_id, device_id, action, subject, previous_hash, hash
  from platform_audit
  order by number`.cursor(batch);

export const findPlatformHead = (tx: Transaction) => tx<ChainHead[]>`
  select audit_number, audit_hash from installation where id = 1`;
