/** What tests look at. */
import type { Db } from '@huhudao/db';

export const readStored = (db: Db, streetId: string, digest: string) => db<{ bytes: Uint8Array }[]>`
  select string_agg(t.bytes, ''::bytea order by t.starts_at) as bytes
  from photo_part t
  where t.street_id = ${streetId} and t.digest = ${digest}`;

export const countParts = (db: Db, streetId: string, digest: string) => db<{ count: number }[]>`
  select count(*)::int as count from photo_part where street_id = ${streetId} and digest = ${digest}`;

/** As a server leaves it that dies between the last byte and the check. */
export const forgetConfirmation = (db: Db, streetId: string, digest: string) => db`
  update photo set confirmed_at = null where street_id = ${streetId} and digest = ${digest}`;

/** How often a photo was audited as received, and how many entries hold a digest. */
export const countAudited = (db: Db, streetId: string, digest: string) => db<
  { received: number; naming: number }[]
>`
  select count(*) filter (where action = 'photo.received')::int as received,
         count(*) filter (where subject::text like ${`%${digest}%`})::int as naming
  from audit_entry
  where street_id = ${streetId}`;
