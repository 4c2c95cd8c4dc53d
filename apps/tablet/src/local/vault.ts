import { decrypt, encrypt, type Envelope, type StoreKey } from './envelope.ts';
import { fromVersioned, toVersioned, type RecordKind } from './record-versions.ts';

/** Puts records into envelopes and takes them out, under one person's key. */
export type Vault = {
  lock(kind: RecordKind, id: string, value: unknown): Promise<Envelope>;
  /** What was locked: the app wrote it, and the envelope is authenticated, so its shape is trusted. */
  unlock<T>(kind: RecordKind, id: string, envelope: Envelope): Promise<T>;
};

export function vaultOf(key: StoreKey): Vault {
  const place = (kind: RecordKind, id: string) => `${kind}/${id}`;
  return {
    lock: (kind, id, value) => encrypt(key, place(kind, id), toVersioned(kind, value)),
    unlock: async <T>(kind: RecordKind, id: string, envelope: Envelope) =>
      fromVersioned(kind, await decrypt(key, place(kind, id), envelope)) as T,
  };
}
