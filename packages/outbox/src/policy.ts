/** The numbers of the outbox, each with its reason; SPEC.md explains how they work together. */
import { photoPartLimit } from '@huhudao/protocol';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
export const dayMs = 24 * hour;

/** How long confirmed work is kept, so that a restored server can ask for it again. */
export const keepConfirmedDays = 30;

/** What waits of a round in groups too small to send in the clear is sealed at the end of the shift, or by then. */
export const remainder = { leastMs: 11 * hour, mostMs: 12 * hour } as const;

export type SyncPolicy = {
  /** Records in one push: half of what the server takes, so that a lost reply on a poor network costs less. */
  readonly recordsPerPush: number;
  /** Bytes of the records in one push; with the envelope it stays below the server's limit of 1 MB. */
  readonly bytesPerPush: number;
  /** Bytes in one part of a photo: fewer after a silence, at most what the server takes. */
  readonly photoPart: { readonly least: number; readonly most: number };
  /** Silence after which a request is given up. At 1 Mbit/s a full push takes eight seconds. */
  readonly requestTimeoutMs: number;
  /** Full jitter: a wait is drawn between nothing and this, doubled at each failure in a row up to `mostMs`. */
  readonly backOff: { readonly firstMs: number; readonly mostMs: number };
  /** Anonymous responses leave at a moment drawn this long after a push of records, and at least `leastMs` after it. */
  readonly separation: {
    readonly leastMs: number;
    readonly mostMs: number;
    /** Put off for so long by records that stay here, they get a turn of their own while records wait. */
    readonly turnAfterMs: number;
  };
  /** Pull this often while nothing else happens. */
  readonly idleMs: number;
};

export const defaultPolicy: SyncPolicy = {
  recordsPerPush: 50,
  bytesPerPush: 900_000,
  photoPart: { least: 16_000, most: photoPartLimit },
  requestTimeoutMs: minute,
  backOff: { firstMs: 2 * second, mostMs: 5 * minute },
  separation: { leastMs: minute, mostMs: 5 * minute, turnAfterMs: 30 * minute },
  idleMs: 5 * minute,
};
