/** What the engine needs of the world besides a store. Tests put a faulty world in their place. */
import type {
  beginPhoto,
  BodyOf,
  push,
  pull,
  pullVersion,
  pushAnonymous,
  pushSealed,
  PhotoState,
  ResponseOf,
} from '@huhudao/protocol';

/** The server's sync endpoints. Each throws what `call` of the protocol throws, and honours the signal. */
export type SyncClient = {
  push(body: BodyOf<typeof push>, signal: AbortSignal): Promise<ResponseOf<typeof push>>;
  pushAnonymous(
    body: BodyOf<typeof pushAnonymous>,
    signal: AbortSignal,
  ): Promise<ResponseOf<typeof pushAnonymous>>;
  pushSealed(body: BodyOf<typeof pushSealed>, signal: AbortSignal): Promise<ResponseOf<typeof pushSealed>>;
  pull(streetId: string, since: string | null, signal: AbortSignal): Promise<ResponseOf<typeof pull>>;
  pullVersion(hash: string, signal: AbortSignal): Promise<ResponseOf<typeof pullVersion>>;
  beginPhoto(body: BodyOf<typeof beginPhoto>, signal: AbortSignal): Promise<PhotoState>;
  sendPhotoPart(part: PhotoPart, signal: AbortSignal): Promise<PhotoState>;
};

/** The bytes of a photo from an offset on. */
export type PhotoPart = {
  readonly streetId: string;
  readonly digest: string;
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export type Clock = {
  /** Milliseconds since 1970 as the tablet believes; may jump either way. */
  now(): number;
  /** Calls back after a delay that does not depend on `now`; returns how to cancel it. */
  after(ms: number, callBack: () => void): () => void;
};

/** A number in [0, 1) from a cryptographic source. */
export type Random = () => number;

/** Keeps two tabs from running at once. Correctness does not rest on it: see SPEC.md, "Two runs at once". */
export type Locks = {
  /** Does the work while holding the lock; resolves with undefined, the work undone, where another holds it. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callBack) => {
    const timer = setTimeout(callBack, ms);
    return () => clearTimeout(timer);
  },
};

export const cryptoRandom: Random = () => {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
};

/** Web Locks; pass `navigator.locks`. */
export function webLocks(manager: LockManager): Locks {
  return {
    ifFree: (name, work) =>
      manager.request(name, { ifAvailable: true }, (lock) =>
        lock === null ? Promise.resolve(undefined) : work(),
      ),
  };
}

/** For browsers without Web Locks. */
export const noLocks: Locks = { ifFree: (_name, work) => work() };
