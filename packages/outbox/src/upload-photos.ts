import { refusesPhoto, type PhotoState as Answered } from '@huhudao/protocol';
import { unrecognisedReply, type SyncFailure } from './failures.ts';
import type { Photo, PhotoSummary } from './photo-record.ts';
import { ask, bothEnds, failed, fine, type Answer, type Run, type StepEnd } from './run.ts';
import { holdAnonymous, photosWaitMs } from './separation.ts';

/** More requests for a photo than its parts need: a server that never has more of it must not hold a run for ever. */
const spareRequests = 8;
/** So many photos in a row failing the server, and the server is taken to be ill. */
const illAfter = 2;

/**
 * Sends what waits of photos, the oldest first, each from the byte the server has. They come last in a run, and stop
 * between two parts where a record was frozen meanwhile or photos may not leave any more. Like records they keep a minute
 * from anonymous responses on either side: what one tablet sends in one second belongs together.
 */
export async function uploadPhotos(run: Run): Promise<StepEnd> {
  const { queued } = await run.storage.counts();
  const mayGoOn = async (): Promise<boolean> =>
    run.mayUpload() && (await photosWaitMs(run)) === 0 && (await run.storage.counts()).queued <= queued;
  let end = fine;
  let failedAlone = 0;
  for (const waiting of await run.storage.photosIn(['waiting'])) {
    if (!(await mayGoOn())) return end;
    const one = await upload(run, waiting, mayGoOn);
    end = bothEnds(end, one);
    if (!end.goOn || end.restored) return end;
    failedAlone = one.failure?.kind === 'serverError' ? failedAlone + 1 : 0;
    if (failedAlone === illAfter) return { ...end, goOn: false };
  }
  return end;
}

/** When photos that were held back may leave, in milliseconds from now; null where none are. */
export async function photosDueInMs(run: Run): Promise<number | null> {
  const { waiting } = await run.storage.photoCounts();
  const waitMs = waiting > 0 && run.mayUpload() ? await photosWaitMs(run) : 0;
  return waitMs > 0 ? waitMs : null;
}

async function upload(run: Run, { id }: PhotoSummary, mayGoOn: () => Promise<boolean>): Promise<StepEnd> {
  // On the disk before the first byte leaves.
  const [head] = await run.storage.applyPhotos([{ id, event: 'pick' }]);
  const photo = await run.storage.readPhoto(id);
  // Another tab has settled it meanwhile.
  if (photo === undefined || head?.state !== 'uploading') return fine;
  run.changed();
  // Null: how much the server has is not known, and is asked first.
  let received: number | null = null;
  for (let left = Math.ceil(photo.size / run.policy.photoPart.least) + spareRequests; left > 0; left -= 1) {
    if (!(await mayGoOn())) return setAside(run, photo, null);
    await holdAnonymous(run);
    const answer: Answer<Answered> = await offer(run, photo, received);
    if (answer.failure !== null) {
      if (!asksAnew(answer.failure)) return unanswered(run, photo, answer.failure);
      received = null;
      continue;
    }
    if (await take(run, photo, answer.reply)) return { ...fine, restored: true };
    if (answer.reply.complete) return fine;
    received = answer.reply.received;
  }
  return unanswered(run, photo, unrecognisedReply('received'));
}

/** Announces the photo, or sends its next part. */
async function offer(run: Run, photo: Photo, received: number | null): Promise<Answer<Answered>> {
  const { streetId, digest, size, type, bytes } = photo;
  if (received === null)
    return ask(run, (signal) => run.client.beginPhoto({ streetId, digest, size, type }, signal));
  const part = bytes.slice(received, received + run.memory.photoPart);
  const answer = await ask(run, (signal) =>
    run.client.sendPhotoPart({ streetId, digest, offset: received, bytes: part }, signal),
  );
  const { least, most } = run.policy.photoPart;
  const kind = answer.failure?.kind;
  if (kind === undefined) run.memory.photoPart = Math.min(most, run.memory.photoPart * 2);
  // On a slow network a large part is given up before it has arrived.
  else if (kind === 'noAnswer') run.memory.photoPart = Math.max(least, run.memory.photoPart >> 1);
  return answer;
}

/** The server has another part of it than was thought, or none: a tablet restored, a part that arrived twice. */
const asksAnew = ({ error }: SyncFailure): boolean =>
  error?.code === 'photoOffsetWrong' || error?.code === 'photoNotBegun';

/** Writes down what the server has. True where it turns out to be restored. */
async function take(run: Run, { id }: Photo, reply: Answered): Promise<boolean> {
  const { received, complete, epoch, receivedAt } = reply;
  const change = complete
    ? ({ id, event: 'acknowledged', at: receivedAt } as const)
    : ({ id, event: 'progressed', received } as const);
  const restored = await run.storage.settle({
    epoch,
    receivedAt,
    records: [],
    anonymous: [],
    photos: [change],
  });
  run.changed();
  return restored;
}

async function unanswered(run: Run, photo: Photo, failure: SyncFailure): Promise<StepEnd> {
  const { kind, error } = failure;
  if (error !== null && (refusesPhoto(error.code) || kind === 'tooLarge')) {
    await run.storage.applyPhotos([{ id: photo.id, event: 'rejected', error }]);
    run.changed();
    return fine;
  }
  await setAside(run, photo, error);
  return kind === 'serverError' ? { ...fine, failure } : failed(failure);
}

/** It goes on where it was, in a later run. */
async function setAside(run: Run, { id }: Photo, error: SyncFailure['error']): Promise<StepEnd> {
  await run.storage.applyPhotos([{ id, event: 'unclear', error }]);
  run.changed();
  return fine;
}
