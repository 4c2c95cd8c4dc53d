import { createHash } from 'node:crypto';

/** What an audit entry is about: ids, counts and keyed digests; never personal data or answers. */
export type AuditSubject = Record<string, string | number | boolean | null | readonly string[]>;

export type AuditEntry = {
  number: number;
  at: string;
  actorId: string | null;
  deviceId: string | null;
  action: string;
  subject: AuditSubject;
};

/** The hash of an entry over its predecessor's: a changed, removed or inserted row breaks every hash after it. */
export function chainHash(previous: Uint8Array, entry: AuditEntry): Buffer {
  const content = [
    entry.number,
    entry.at,
    entry.actorId,
    entry.deviceId,
    entry.action,
    canonical(entry.subject),
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
}

/** The hash an empty chain starts from. */
export const chainStart: Buffer = createHash('sha256').update('huhudao').digest();

/** Keys in order, since jsonb does not keep theirs. */
function canonical(subject: AuditSubject): [string, unknown][] {
  return Object.entries(subject).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
