import type { Db, Transaction } from '@huhudao/db';
import type { PhotoType } from '@huhudao/domain';
import type { ProblemCode } from '@huhudao/protocol';

/** A photo as it was announced. */
export type Announced = { digest: string; size: number; type: PhotoType };

export type PhotoRow = Announced & { uploadId: string; received: number; confirmedAt: string | null };

const columns = (db: Db) => db`digest, size, type, upload_id, received, confirmed_at`;

/** Keeps other parts of the same photo waiting until this transaction ends. */
export const lockPhoto = (tx: Transaction, streetId: string, digest: string) => tx<PhotoRow[]>`
  select ${columns(tx)} from photo where street_id = ${streetId} and digest = ${digest} for update`;

/** None where the photo was announced before. */
export const insertPhoto = (
  tx: Transaction,
  streetId: string,
  { digest, size, type }: Announced,
  by: { uploadId: string; at: string },
) => tx<PhotoRow[]>`
  insert into photo (street_id, digest, upload_id, size, type, received, begun_at)
  values (${streetId}, ${digest}, ${by.uploadId}, ${size}, ${type}, 0, ${by.at})
  on conflict (street_id, digest) do nothing
  returning ${columns(tx)}`;

/** Notes why a photo is not taken, and waits for it from its first byte. One that was begun anew meanwhile, or confirmed, stays. */
export const refusePhoto = async (
  tx: Transaction,
  streetId: string,
  uploadId: string,
  by: { uploadId: string; code: ProblemCode },
): Promise<void> => {
  const [refused] = await tx<{ digest: string }[]>`
    update photo set upload_id = ${by.uploadId}, received = 0, refused_code = ${by.code}
    where street_id = ${streetId} and upload_id = ${uploadId} and confirmed_at is null
    returning digest`;
  if (refused !== undefined)
    await tx`delete from photo_part where street_id = ${streetId} and digest = ${refused.digest}`;
};

/** The parts go with it. A photo that was begun anew meanwhile stays. */
export const deletePhoto = (db: Db, streetId: string, uploadId: string) => db`
  delete from photo where street_id = ${streetId} and upload_id = ${uploadId} and confirmed_at is null`;

export const insertPart = (
  tx: Transaction,
  streetId: string,
  part: { digest: string; startsAt: number; bytes: Uint8Array },
) => tx`
  insert into photo_part (street_id, digest, starts_at, bytes)
  values (${streetId}, ${part.digest}, ${part.startsAt}, ${Buffer.from(part.bytes)})`;

/** Once it comes again, it is on its way. */
export const updateReceived = (tx: Transaction, streetId: string, digest: string, received: number) => tx`
  update photo set received = ${received}, refused_code = null where street_id = ${streetId} and digest = ${digest}`;

/** Null where nothing has arrived. */
export const readBytes = (db: Db, streetId: string, digest: string) => db<{ bytes: Uint8Array | null }[]>`
  select string_agg(t.bytes, ''::bytea order by t.starts_at) as bytes
  from photo_part t
  where t.street_id = ${streetId} and t.digest = ${digest}`;

/** Nothing where it was thrown away or confirmed meanwhile. */
export const markConfirmed = (tx: Transaction, streetId: string, uploadId: string, at: string) => tx<
  { digest: string }[]
>`
  update photo set confirmed_at = ${at}
  where street_id = ${streetId} and upload_id = ${uploadId} and confirmed_at is null
  returning digest`;

/** Photos begun before an instant that neither an issue names nor one on hold: a revoked tablet hands both over. */
export const deleteUnnamed = (db: Db, streetId: string, before: string) => db`
  delete from photo f
  where f.street_id = ${streetId} and f.begun_at < ${before} and not exists (
    select 1 from issue_photo x where x.street_id = f.street_id and x.digest = f.digest)
  and not exists (
    select 1 from quarantine q
    where q.street_id = f.street_id and q.resolved_at is null and q.kind = 'reportIssue'
      and q.body #> '{payload,photos}' @> jsonb_build_array(jsonb_build_object('digest', f.digest)))`;
