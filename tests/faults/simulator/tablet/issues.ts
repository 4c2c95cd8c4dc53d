/** Plays the writing of a resident's issue with its photos, by the tablet's own code and in the order of its screen. */
import { sha256Hex, type Photo } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { concernWrites } from '../../../../apps/tablet/src/app/concern-writes.ts';
import type { ConcernDraft } from '../../../../apps/tablet/src/local/work.types.ts';
import { newConcern, reportedConcern } from '../../../../apps/tablet/src/work/concern.ts';
import { doorOf } from '../../../../apps/tablet/src/work/finish-visit.ts';
import { must } from '@huhudao/domain';
import type { Word } from '../ledger.ts';
import type { Act } from './acts.ts';
import type { Hand } from './app.ts';
import { freezeHeld } from './freeze-held.ts';
import { pictureOf } from './pictures.ts';
import type { Tablet } from './tablet.ts';
import type { Place } from './work.ts';
import type { Scene } from './worker.ts';

type Issue = Extract<Act, { act: 'issue' }>;

/** Writes an issue, or goes on with the one that is there, and ends it as the act says. */
export async function writeIssue(
  scene: Scene,
  tablet: Tablet,
  hand: Hand,
  place: Place,
  act: Issue,
): Promise<void> {
  const { ledger, street } = scene;
  const roundId = must(street.roundIds[act.round], 'a round');
  const { stairwellId, id: householdId } = place.door;
  const begun = await goneOnWith(hand, roundId);
  const blank = newConcern({ streetId: street.id, roundId, stairwellId, householdId });
  let draft: ConcernDraft = { ...(begun ?? blank), category: act.category, note: `字 ${act.photos.length}` };
  for (const size of act.photos) draft = await addPhoto(scene, tablet, hand, draft, size);
  const say = (word: Word): void => {
    ledger.issues.set(draft.id, { tablet: tablet.name, word });
    for (const { id } of draft.photos) must(ledger.photos.get(id), 'a photo').word = word;
  };
  const writes = concernWrites(hand, async () => undefined);
  await writes.save(draft);
  ledger.issues.set(draft.id, { tablet: tablet.name, word: 'saved' });
  if (act.end === 'left') return;
  if (act.end === 'thrownAway') {
    say('open');
    await writes.drop(draft);
    return say('takenBack');
  }
  const held = reportedConcern(draft, tablet.now());
  ledger.begin(tablet.name, held.work);
  await hand.work.hold(held);
  ledger.say(held.work, 'saved');
  if (act.end === 'takenBack') {
    ledger.say(held.work, 'open');
    const done = await hand.work.takeBack(held.id);
    ledger.say(held.work, done ? 'takenBack' : 'saved');
    if (done) return;
  }
  await freezeHeld(tablet, hand, held);
}

/** The issue of this round that was left on the tablet, without photos that a death kept from the disk. */
async function goneOnWith({ concerns, storage }: Hand, roundId: string): Promise<ConcernDraft | undefined> {
  const left = (await concerns.concerns()).find((one) => one.roundId === roundId);
  if (left === undefined) return undefined;
  const kept = new Set((await storage.photosIn(['draft'])).map(({ id }) => id));
  return { ...left, photos: left.photos.filter(({ id }) => kept.has(id)) };
}

/** Named first, kept after, as the screen does it. */
async function addPhoto(
  { ledger, chance }: Scene,
  tablet: Tablet,
  hand: Hand,
  draft: ConcernDraft,
  size: number,
): Promise<ConcernDraft> {
  const bytes = pictureOf(() => chance.between(0, 255), size);
  const digest = await sha256Hex(bytes);
  const photo = { id: newId(), digest, size: bytes.length, type: 'image/png' } as const;
  const { streetId, ...label } = doorOf(draft);
  const head = { state: 'draft', received: 0, lastError: null, confirmedAt: null } as const;
  const kept: Photo = { ...photo, ...head, streetId, recordId: draft.id, label, bytes };
  const named = { ...draft, photos: [...draft.photos, photo] };
  const entry = { tablet: tablet.name, recordId: draft.id, digest, word: 'open' as Word };
  ledger.photos.set(photo.id, entry);
  const writes = concernWrites(hand, async () => undefined);
  await writes.save(named);
  await writes.addPhoto(kept);
  entry.word = 'saved';
  return named;
}
