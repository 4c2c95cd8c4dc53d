import { createHash } from 'node:crypto';
import { mutation, mutationPayloads, type Mutation } from '@huhudao/protocol';
import canonicalize from 'canonicalize';

/** A record as it arrived: well formed, or kept as it is. */
export type ReadMutation =
  | { ok: true; raw: unknown; id: string; mutation: Mutation; contentHash: string }
  | { ok: false; raw: unknown; id: string | null; kind: string | null };

/** Reads each record of a batch on its own, so that one that is not well formed blocks no other. */
export function readMutations(raw: readonly unknown[]): ReadMutation[] {
  return raw.map((one) => {
    const envelope = mutation.safeParse(one);
    if (!envelope.success) return { ok: false, raw: one, ...namesOf(one) };
    const { id, kind, sequence, deviceTime } = envelope.data;
    const payload = mutationPayloads[kind].safeParse(envelope.data.payload);
    if (!payload.success) return { ok: false, raw: one, id, kind };
    // The payload fits its kind: it was parsed by the schema that the kind names.
    const read = { id, kind, sequence, deviceTime, payload: payload.data } as Mutation;
    return { ok: true, raw: one, id, mutation: read, contentHash: hashOf(read) };
  });
}

/** The same record offered again hashes the same, whatever order its keys come in. */
function hashOf(read: Mutation): string {
  return createHash('sha256')
    .update(canonicalize(read) ?? '')
    .digest('hex');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function namesOf(one: unknown): { id: string | null; kind: string | null } {
  if (typeof one !== 'object' || one === null) return { id: null, kind: null };
  const { id, kind } = one as Record<string, unknown>;
  return {
    id: typeof id === 'string' && uuid.test(id) ? id : null,
    kind: typeof kind === 'string' ? kind.slice(0, 40) : null,
  };
}
