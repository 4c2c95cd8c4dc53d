import { createContext, use, type ReactNode } from 'react';
import type { AutoLockMinutes, Wiped } from '../local/device.database.ts';
import type { Refusal } from '../local/unlock.ts';

/** Why nobody's work is on the screen. `signIn`: somebody has to sign in anew. `practice`: somebody practises. */
export type Covered = 'locked' | 'signIn' | 'practice';

/** What the open person's screens can do about the lock. */
export type Locking = {
  lock: () => void;
  /** Covers the screen and asks for the password; everything stays as it is. */
  signInAgain: () => void;
  /** Locks, and begins to practise. */
  practise: () => void;
  signOut: () => Promise<void>;
  /** Null where it is the person's PIN. */
  checkPin: (pin: string) => Promise<Refusal | null>;
  changePin: (pin: string, next: string) => Promise<Refusal | null>;
  autoLock: AutoLockMinutes;
  changeAutoLock: (minutes: AutoLockMinutes) => Promise<void>;
  /** Notes on the disk whether the tablet is in a resident's hands. */
  noteHandedOver: (handedOver: boolean) => Promise<void>;
  /** Takes every PIN of this tablet away: it was taken out of use. */
  shutTablet: () => Promise<void>;
  /** Deletes everything of this person. Only once the office has confirmed what was not sent. */
  wipe: (what: Wiped['what']) => Promise<void>;
};

const LockingContext = createContext<Locking | null>(null);

export function LockingProvider({ locking, children }: { locking: Locking; children: ReactNode }) {
  return <LockingContext value={locking}>{children}</LockingContext>;
}

export function useLocking(): Locking {
  const locking = use(LockingContext);
  if (locking === null) throw new Error('No lock around this screen');
  return locking;
}
