import { decrypt, encrypt, type Envelope, type StoreKey } from './envelope.ts';
import { fromVersioned, toVersioned, type RecordKind } from './record-versions.ts';

/** Puts records into envelopes and takes them out, under one person's key. */
export type Vault = {
  lock(kind: RecordKind, id: string, value: unknown): Promise<Envelope>;
  /** What was locked: the app wrote it, and the envelope is authenticated, so its shape is trusted. */
  unlock<T>(kind: RecordKind, id: string, envelope: Envelope): Promise<T>;
};

/** Locks with `key`; opens what was locked with the former one as well, while there is one. */
export function vaultOf(key: StoreKey, former: StoreKey | null = null): Vault {
  const place = (kind: RecordKind, id: string) => `${kind}/${id}`;
  const keyOf = ({ keyId }: Envelope) => (former?.keyId === keyId ? former : key);
  return {
    lock: (kind, id, value) => encrypt(key, place(kind, id), toVersioned(kind, value)),
    unlock: async <T>(kind: RecordKind, id: string, envelope: Envelope) =>
      fromVersioned(kind, await decrypt(keyOf(envelope), place(kind, id), envelope)) as T,
  };
}
