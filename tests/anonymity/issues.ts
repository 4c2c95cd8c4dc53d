/** Issues that residents report during a visit, one in three of them with a photo. */
import { createHash } from 'node:crypto';
import { issueCategories, must } from '@huhudao/domain';
import type { Photo, Work } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import type { TestDoor, TestStreet } from '../../apps/api/src/testing/test-street.ts';
import { pictureOf } from '../faults/simulator/tablet/pictures.ts';

export type Issue = { work: Work<null>; photos: readonly Photo[] };

export function issueAt(
  { streetId }: TestStreet,
  roundId: string,
  door: TestDoor,
  roll: { below: (sides: number) => number },
): Issue {
  const id = newId();
  const label = { roundId, stairwellId: door.stairwellId, householdId: door.id };
  const photos = roll.below(3) === 0 ? [photoOf(pictureOf(() => roll.below(256), 300))] : [];
  const category = must(issueCategories[roll.below(issueCategories.length)], 'a category');
  const payload = {
    roundId,
    householdId: door.id,
    category,
    note: '请处理',
    mayNameDoor: false,
    photos: photos.map(({ digest, size, type }) => ({ digest, size, type })),
  };
  const mutations = [{ id, kind: 'reportIssue' as const, label, payload }];
  return { work: { streetId, mutations, photos: photos.map((photo) => photo.id), local: null }, photos };

  function photoOf(bytes: Uint8Array<ArrayBuffer>): Photo {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const head = { state: 'draft', received: 0, lastError: null, confirmedAt: null } as const;
    return {
      id: newId(),
      streetId,
      recordId: id,
      label,
      digest,
      size: bytes.length,
      type: 'image/png',
      bytes,
      ...head,
    };
  }
}
