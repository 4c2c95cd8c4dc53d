import type { Db, Transaction } from '@huhudao/db';
import type { AuditEntry } from './audit-chain.ts';

export type HeadRow = { changeNumber: number; auditNumber: number; auditHash: Buffer };

export const lockStreetHead = (tx: Transaction, streetId: string) => tx<HeadRow[]>`
  select change_number, audit_number, audit_hash
  from street_head
  where street_id = ${streetId}
  for no key update`;

export const insertStreetHead = (db: Db, streetId: string, auditHash: Uint8Array) => db`
  insert into street_head (street_id, audit_hash)
  values (${streetId}, ${auditHash})
  on conflict (street_id) do nothing`;

/** Moves the head and writes the entry in one statement: the last of a street's transaction. */
export const advanceStreetHead = (
  tx: Transaction,
  streetId: string,
  changeNumber: number,
  entry: AuditEntry,
  previousHash: Uint8Array,
  hash: Uint8Array,
) => tx`
  with head as (
    update street_head
    set change_number = ${changeNumber}, audit_number = ${entry.number}, audit_hash = ${hash}
    where street_id = ${streetId}
  )
  insert into audit_entry (street_id, number, at, actor_id, device_id, action, subject, previous_hash, hash)
  values (${streetId}, ${entry.number}, ${entry.at}, ${entry.actorId}, ${entry.deviceId}, ${entry.action},
          ${tx.json(entry.subject)}, ${previousHash}, ${hash})`;

export const lockInstallation = (tx: Transaction) => tx<{ auditNumber: number; auditHash: Buffer }[]>`
  select audit_number, audit_hash from installation where id = 1 for no key update`;

export const advanceInstallation = (
  tx: Transaction,
  entry: AuditEntry,
  previousHash: Uint8Array,
  hash: Uint8Array,
) => tx`
  with head as (
    update installation set audit_number = ${entry.number}, audit_hash = ${hash} where id = 1
  )
  insert into platform_audit (number, at, actor_id, device_id, action, subject, previous_hash, hash)
  values (${entry.number}, ${entry.at}, ${entry.actorId}, ${entry.deviceId}, ${entry.action},
          ${tx.json(entry.subject)}, ${previousHash}, ${hash})`;
