import { Dexie, type Table } from 'dexie';
import type { Envelope, StoreKey } from './envelope.ts';
import type { PinLock, Wrapped } from './key-wrap.ts';
import type { Tries } from './pin-tries.ts';

/** After how many minutes without a touch the tablet locks itself. */
export const autoLockMinutes = [1, 5, 15] as const;
export type AutoLockMinutes = (typeof autoLockMinutes)[number];

/**
 * A person who signed in on this tablet. Their own name stands in the clear, for the lock screen; everything else about
 * them is in the envelope. The key of their store stands here only wrapped.
 */
export type PersonRow = {
  personId: string;
  name: string;
  keyId: string;
  profile: Envelope;
  /** Null where no PIN was ever chosen: then only the password opens it. */
  pinLock: PinLock | null;
  recoveryLock: Wrapped;
  /** The tablet's half of what opens `pinLock`; null after a sign-out, ten wrong PINs, or a revocation. */
  secret: CryptoKey | null;
  tries: Tries;
  autoLock: AutoLockMinutes;
  /** The key of version 1, until everything that was locked with it is locked anew. */
  former: StoreKey | null;
};

/** Version 1: the key lay beside the store. Their next sign-in gives them a PIN, and their store another key. */
export type FormerPersonRow = { personId: string; keyId: string; key: CryptoKey; profile: Envelope };

/** What belongs to the tablet, whoever uses it. */
export type SettingRow =
  | { name: 'device'; deviceId: string; deviceName: string }
  /** In a resident's hands, on behalf of this person. */
  | { name: 'handedOver'; personId: string }
  /** The office has taken this tablet out of use; who still has something on it hands it over. */
  | { name: 'revoked' }
  /** It has been wiped, or one person's part of it, after so many records were handed over. */
  | ({ name: 'wiped' } & Wiped);

/** What is said of a wipe: nothing that tells whose it was. */
export type Wiped = { what: 'tablet' | 'person'; records: number };

/**
 * `strict`: a write resolves once it is on the disk. Chromium's default lost every acknowledged write in a power cut.
 */
export const durable = { chromeTransactionDurability: 'strict', cache: 'disabled' } as const;

export class DeviceDatabase extends Dexie {
  declare readonly people: Table<PersonRow | FormerPersonRow, string>;
  declare readonly settings: Table<SettingRow, SettingRow['name']>;

  constructor(name = 'huhudao') {
    super(name, durable);
    this.version(1).stores({ people: '&personId', settings: '&name' });
    // Who was signed in last is not kept any more: every start asks who is there.
    this.version(2)
      .stores({ people: '&personId', settings: '&name' })
      .upgrade((transaction) => transaction.table('settings').delete('current'));
  }

  /** Changes what is known of somebody; nothing where they are not known. */
  async changePerson(personId: string, change: Partial<Omit<PersonRow, 'personId'>>): Promise<void> {
    await this.table<PersonRow, string>('people').update(personId, change);
  }
}
