import type { Db, Transaction } from '@huhudao/db';

export type Claim = { id: string; contentHash: string };

/** Claims ids; answers those that were free. Content hashes are hexadecimal. */
export const insertClaims = (tx: Transaction, streetId: string, claims: Claim[]) => tx<{ id: string }[]>`
  insert into mutation_claim (street_id, id, content_hash, result)
  select ${streetId}::uuid, c.id, decode(c."contentHash", 'hex'), 'accepted'
  from jsonb_to_recordset(${tx.json(claims)}) as c (id uuid, "contentHash" text)
  on conflict (street_id, id) do nothing
  returning id`;

export const listClaims = (db: Db, streetId: string, ids: string[]) => db<Claim[]>`
  select id, encode(content_hash, 'hex') as content_hash
  from mutation_claim
  where street_id = ${streetId} and id = any(${db.array(ids)}::uuid[])`;

/** A refused record gives its claim back: it may be offered again when what stood against it is gone. */
export const deleteClaims = (tx: Transaction, streetId: string, ids: string[]) => tx`
  delete from mutation_claim where street_id = ${streetId} and id = any(${tx.array(ids)}::uuid[])`;

export type QuarantineRow = {
  id: string;
  mutationId: string | null;
  kind: string | null;
  problemCode: string;
  body: unknown;
};

export const insertQuarantined = (
  tx: Transaction,
  streetId: string,
  rows: QuarantineRow[],
  from: { personId: string | null; deviceId: string | null; receivedAt: string },
) => tx`
  insert into quarantine (street_id, id, mutation_id, kind, problem_code, body, person_id, device_id, received_at)
  select ${streetId}::uuid, q.id, q."mutationId", q.kind, q."problemCode", q.body,
         ${from.personId}::uuid, ${from.deviceId}::uuid, ${from.receivedAt}::timestamptz
  from jsonb_to_recordset(${tx.json(rows as never)})
    as q (id uuid, "mutationId" uuid, kind text, "problemCode" text, body jsonb)
  on conflict (street_id, mutation_id, problem_code) do nothing`;

export const reportDevice = (
  db: Db,
  deviceId: string,
  at: string,
  unsent: number,
  oldest: string | null,
) => db`
  update device set last_seen_at = ${at}, unsent = ${unsent}, oldest_unsent_at = ${oldest} where id = ${deviceId}`;
