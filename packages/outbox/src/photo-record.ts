import type { PhotoReference } from '@huhudao/protocol';
import type { RecordError, RecordLabel } from './record.ts';

/**
 * The photos of records: a queue of their own behind the records, whose members travel in parts. The whole behaviour in
 * one table, which the compiler keeps complete; SPEC.md shows it for reading.
 */
export const photoStates = ['draft', 'waiting', 'uploading', 'confirmed', 'refused'] as const;
/**
 * `draft`: its record is still being written. `waiting`: its record is frozen, and not all of it is at the office.
 * `uploading`: its bytes may be on the way. `confirmed`: the server has all of it, by its digest. `refused`: the server
 * does not take it; it waits here with the reason.
 */
export type PhotoState = (typeof photoStates)[number];

export const photoEvents = [
  /** Its record was frozen. */
  'freeze',
  /** Taken up; written down before the first byte leaves. */
  'pick',
  /** The server has more of it. */
  'progressed',
  /** The server has all of it, and the digest agrees. */
  'acknowledged',
  /** These bytes are no photo the server takes. */
  'rejected',
  /** No usable answer, or it was put aside for something more urgent. */
  'unclear',
  'restarted',
  /** The server was restored: what it had of the photo may be lost. */
  'serverRestored',
  'offeredAgain',
] as const;
export type PhotoEvent = (typeof photoEvents)[number];

/** `impossible` can only be a fault in our own code. A confirmation counts whenever it comes. */
export const photoTransitions: Record<PhotoState, Record<PhotoEvent, PhotoState | 'impossible'>> = {
  draft: {
    freeze: 'waiting',
    pick: 'impossible',
    progressed: 'impossible',
    acknowledged: 'impossible',
    rejected: 'impossible',
    unclear: 'impossible',
    restarted: 'draft',
    serverRestored: 'draft',
    offeredAgain: 'impossible',
  },
  waiting: {
    freeze: 'impossible',
    pick: 'uploading',
    progressed: 'waiting',
    acknowledged: 'confirmed',
    rejected: 'refused',
    unclear: 'waiting',
    restarted: 'waiting',
    serverRestored: 'waiting',
    offeredAgain: 'waiting',
  },
  uploading: {
    freeze: 'impossible',
    pick: 'uploading',
    progressed: 'uploading',
    acknowledged: 'confirmed',
    rejected: 'refused',
    unclear: 'waiting',
    restarted: 'waiting',
    serverRestored: 'waiting',
    offeredAgain: 'uploading',
  },
  confirmed: {
    freeze: 'impossible',
    pick: 'confirmed',
    progressed: 'confirmed',
    acknowledged: 'confirmed',
    rejected: 'confirmed',
    unclear: 'confirmed',
    restarted: 'confirmed',
    serverRestored: 'waiting',
    offeredAgain: 'confirmed',
  },
  refused: {
    freeze: 'impossible',
    pick: 'refused',
    progressed: 'refused',
    acknowledged: 'confirmed',
    rejected: 'refused',
    unclear: 'refused',
    restarted: 'refused',
    serverRestored: 'waiting',
    offeredAgain: 'waiting',
  },
};

/** The part of a photo that events change. Holds nothing personal, so a store may index it. */
export type PhotoHead = {
  /** UUIDv7: photos leave in the order in which they were taken. */
  readonly id: string;
  readonly streetId: string;
  /** The record that names it. */
  readonly recordId: string;
  /** Bytes. */
  readonly size: number;
  readonly state: PhotoState;
  /** Bytes the server said it has. */
  readonly received: number;
  readonly lastError: RecordError | null;
  /** The server's clock at confirmation, ISO 8601; null until then. */
  readonly confirmedAt: string | null;
};

export type PhotoSummary = PhotoHead & { readonly label: RecordLabel };

/** A photo with its bytes, which never change. */
export type Photo = PhotoSummary &
  Pick<PhotoReference, 'digest' | 'type'> & { readonly bytes: Uint8Array<ArrayBuffer> };

/** One event for one photo. */
export type PhotoChange =
  | {
      readonly id: string;
      readonly event: 'pick' | 'restarted' | 'serverRestored' | 'offeredAgain' | 'freeze';
    }
  | { readonly id: string; readonly event: 'progressed'; readonly received: number }
  | { readonly id: string; readonly event: 'acknowledged'; readonly at: string }
  | { readonly id: string; readonly event: 'rejected'; readonly error: RecordError }
  /** `error` is null where there was no answer at all, or no question. */
  | { readonly id: string; readonly event: 'unclear'; readonly error: RecordError | null };

/**
 * The head after an event; what a store calls inside its transaction, on the head as it is there.
 * @throws Error where the table says `impossible`.
 */
export function changedPhoto(head: PhotoHead, change: PhotoChange): PhotoHead {
  const state = photoTransitions[head.state][change.event];
  if (state === 'impossible') throw new Error(`Impossible: ${change.event} while ${head.state}`);
  switch (change.event) {
    case 'progressed':
      return state === 'confirmed' ? head : { ...head, state, received: change.received };
    case 'acknowledged':
      return { ...head, state, received: head.size, lastError: null, confirmedAt: change.at };
    case 'rejected':
      return state === 'refused' ? { ...head, state, lastError: change.error } : head;
    case 'unclear':
      return state === 'waiting' ? { ...head, state, lastError: change.error } : head;
    case 'serverRestored':
      return { ...head, state, received: 0, confirmedAt: null };
    case 'freeze':
    case 'pick':
    case 'restarted':
    case 'offeredAgain':
      return { ...head, state };
  }
}
