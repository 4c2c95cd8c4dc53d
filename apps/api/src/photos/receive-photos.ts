/**
 * Photos arrive in parts, apart from what names them. The parts of one photo follow one another under its row's lock,
 * not under the street's: nothing that tablets pull changes by them, and records are not to wait for pictures.
 */
import { newId, photoByteLimit, Problem } from '@huhudao/protocol';
import type { Transaction } from '@huhudao/db';
import type { Actor, Deps } from '../http/deps.ts';
import { inStreet, streetCommand } from '../http/transaction.ts';
import { checkPhoto } from './check-photo.ts';
import * as queries from './photos.queries.ts';

type Upload = { deps: Deps; streetId: string; actor: Actor };

/** Where an upload stands. */
export type Standing = { received: number; complete: boolean };

/**
 * Announces a photo, or tells how much of it is here. The same digest announced otherwise is begun anew, unless it was
 * confirmed: then the bytes have proved what they are.
 * @throws Problem photoTooLarge; as `complete`
 */
export async function begin(upload: Upload, announced: queries.Announced): Promise<Standing> {
  const { deps, streetId } = upload;
  if (announced.size > photoByteLimit)
    throw new Problem('photoTooLarge', { limit: `${photoByteLimit / 1_000_000} MB` });
  const at = deps.now().toISOString();
  const photo = await deps.sql.begin((tx) => announcedPhoto(tx, streetId, announced, at));
  return complete(upload, photo);
}

async function announcedPhoto(
  tx: Transaction,
  streetId: string,
  announced: queries.Announced,
  at: string,
): Promise<queries.PhotoRow> {
  const begun = await queries.insertPhoto(tx, streetId, announced, { uploadId: newId(), at });
  if (begun[0] !== undefined) return begun[0];
  const [known] = await queries.lockPhoto(tx, streetId, announced.digest);
  const same = known?.size === announced.size && known.type === announced.type;
  if (known !== undefined && (same || known.confirmedAt !== null)) return known;
  if (known !== undefined) await queries.deletePhoto(tx, streetId, known.uploadId);
  return announcedPhoto(tx, streetId, announced, at);
}

/**
 * Takes a part in. One that is here already changes nothing; one that leaves a gap or overlaps is refused with what is here.
 * @throws Problem photoNotBegun, photoOffsetWrong; as `complete`
 */
export async function receivePart(
  upload: Upload,
  part: { digest: string; offset: number; bytes: Uint8Array },
): Promise<Standing> {
  const { deps, streetId } = upload;
  const photo = await deps.sql.begin((tx) => addPart(tx, streetId, part));
  return complete(upload, photo);
}

async function addPart(
  tx: Transaction,
  streetId: string,
  { digest, offset, bytes }: { digest: string; offset: number; bytes: Uint8Array },
): Promise<queries.PhotoRow> {
  const [photo] = await queries.lockPhoto(tx, streetId, digest);
  if (photo === undefined) throw new Problem('photoNotBegun');
  const end = offset + bytes.length;
  if (end <= photo.received) return photo;
  if (offset !== photo.received || end > photo.size)
    throw new Problem('photoOffsetWrong', { received: photo.received });
  await queries.insertPart(tx, streetId, { digest, startsAt: offset, bytes });
  await queries.updateReceived(tx, streetId, digest, end);
  return { ...photo, received: end };
}

/**
 * Confirms a photo whose last byte is here. What proves to be something else is refused.
 * @throws Problem photoDigestWrong, photoUnreadable, photoHasLocation
 */
async function complete(upload: Upload, photo: queries.PhotoRow): Promise<Standing> {
  const { deps, streetId, actor } = upload;
  if (photo.confirmedAt !== null) return { received: photo.size, complete: true };
  if (photo.received < photo.size) return { received: photo.received, complete: false };
  const [found] = await queries.readBytes(deps.sql, streetId, photo.digest);
  try {
    await checkPhoto(found?.bytes ?? new Uint8Array(), photo);
  } catch (error) {
    return refuse(upload, photo, error);
  }
  await inStreet(deps, streetId, actor, confirmPhoto, photo);
  return { received: photo.size, complete: true };
}

/** What was sent is thrown away. The office is told why, in the place where it waits for the photo. @throws `error` */
async function refuse(
  { deps, streetId }: Upload,
  { uploadId }: queries.PhotoRow,
  error: unknown,
): Promise<never> {
  if (error instanceof Problem) {
    const by = { uploadId: newId(), code: error.code };
    await deps.sql.begin((tx) => queries.refusePhoto(tx, streetId, uploadId, by));
  }
  throw error;
}

const confirmPhoto = streetCommand({
  action: 'photo.received',
  subject: ({ uploadId, size }: queries.PhotoRow) => ({ uploadId, bytes: size }),
  run: async (tx, { uploadId }): Promise<void> => {
    const [confirmed] = await queries.markConfirmed(tx.sql, tx.streetId, uploadId, tx.at);
    // Thrown away or confirmed by another request in the same moment: whoever asks again is told.
    if (confirmed === undefined) throw new Problem('conflict');
  },
});

/** Photos whose issue never came are kept this many milliseconds. */
const keepUnnamed = 30 * 86_400_000;

/** Forgets photos that no issue names, in every street. To be called every hour. */
export async function forgetUnnamedPhotos(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - keepUnnamed).toISOString();
  await deps.areas.refresh();
  for (const { id, kind } of deps.areas.all())
    if (kind === 'street') await queries.deleteUnnamed(deps.sql, id, before);
}
