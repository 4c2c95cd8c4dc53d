import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Envelope } from './envelope.ts';

/** A person who signed in on this tablet. The key opens their store; name and credential are inside the envelope. */
export type PersonRow = { personId: string; keyId: string; key: CryptoKey; profile: Envelope };

/** What belongs to the tablet, whoever uses it. */
export type SettingRow =
  | { name: 'device'; deviceId: string; deviceName: string }
  | { name: 'current'; personId: string };

/**
 * `strict`: a write resolves once it is on the disk. Chromium's default lost every acknowledged write in a power cut.
 */
export const durable = { chromeTransactionDurability: 'strict', cache: 'disabled' } as const;

export class DeviceDatabase extends Dexie {
  declare readonly people: EntityTable<PersonRow, 'personId'>;
  declare readonly settings: Table<SettingRow, SettingRow['name']>;

  constructor(name = 'huhudao') {
    super(name, durable);
    this.version(1).stores({ people: '&personId', settings: '&name' });
  }
}
