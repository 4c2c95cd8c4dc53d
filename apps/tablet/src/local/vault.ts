import { decrypt, decryptBytes, encrypt, encryptBytes, type Envelope, type StoreKey } from './envelope.ts';
import { fromVersioned, toVersioned, type RecordKind } from './record-versions.ts';

/** What is kept as bytes. */
type BytesKind = 'photo';

/** Puts records into envelopes and takes them out, under one person's key. */
export type Vault = {
  lock(kind: RecordKind, id: string, value: unknown): Promise<Envelope>;
  /** What was locked: the app wrote it, and the envelope is authenticated, so its shape is trusted. */
  unlock<T>(kind: RecordKind, id: string, envelope: Envelope): Promise<T>;
  /** Bytes of a picture, as they are: they have no layout that could change. */
  lockBytes(kind: BytesKind, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<Envelope>;
  unlockBytes(kind: BytesKind, id: string, envelope: Envelope): Promise<Uint8Array<ArrayBuffer>>;
};

/** Locks with `key`; opens what was locked with the former one as well, while there is one. */
export function vaultOf(key: StoreKey, former: StoreKey | null = null): Vault {
  const place = (kind: RecordKind, id: string) => `${kind}/${id}`;
  const keyOf = ({ keyId }: Envelope) => (former?.keyId === keyId ? former : key);
  const bytesPlace = (kind: BytesKind, id: string) => `bytes/${kind}/${id}`;
  return {
    lock: (kind, id, value) => encrypt(key, place(kind, id), toVersioned(kind, value)),
    unlock: async <T>(kind: RecordKind, id: string, envelope: Envelope) =>
      fromVersioned(kind, await decrypt(keyOf(envelope), place(kind, id), envelope)) as T,
    lockBytes: (kind, id, bytes) => encryptBytes(key, bytesPlace(kind, id), bytes),
    unlockBytes: (kind, id, envelope) => decryptBytes(keyOf(envelope), bytesPlace(kind, id), envelope),
  };
}
