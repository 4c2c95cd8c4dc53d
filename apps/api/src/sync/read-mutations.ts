import { createHash } from 'node:crypto';
import { isStorable, must } from '@huhudao/domain';
import { openJson } from '@huhudao/outbox/open';
import { mutation, mutationPayloads, sealedPayload, type Mutation } from '@huhudao/protocol';
import canonicalize from 'canonicalize';

/** A record as it arrived: well formed, or kept as it is. */
export type ReadMutation =
  | { ok: true; raw: unknown; id: string; mutation: Mutation; contentHash: string }
  | { ok: false; raw: unknown; id: string | null; kind: string | null };

/**
 * Reads each record of a batch on its own, so that one that is not well formed blocks no other. What a tablet could
 * only offer sealed is opened first: the same record hashes the same either way.
 */
export function readMutations(raw: readonly unknown[], keys: CryptoKeyPair): Promise<ReadMutation[]> {
  return Promise.all(raw.map((one) => readMutation(one, keys)));
}

async function readMutation(raw: unknown, keys: CryptoKeyPair): Promise<ReadMutation> {
  const envelope = mutation.safeParse(raw);
  if (!envelope.success) return { ok: false, raw, ...namesOf(raw) };
  const { id, kind, sequence, deviceTime } = envelope.data;
  const payload = mutationPayloads[kind].safeParse(await opened(envelope.data.payload, keys));
  if (!payload.success) return { ok: false, raw, id, kind };
  // The payload fits its kind: it was parsed by the schema that the kind names.
  const read = { id, kind, sequence, deviceTime, payload: payload.data } as Mutation;
  return { ok: true, raw, id, mutation: read, contentHash: hashOf(read) };
}

/** A box that does not open is no payload of any kind; the record is then kept as it came. */
async function opened(payload: unknown, keys: CryptoKeyPair): Promise<unknown> {
  if (typeof payload !== 'object' || payload === null || !('sealed' in payload)) return payload;
  const box = sealedPayload.safeParse(payload);
  return box.success ? openJson(keys, box.data.sealed).catch(() => undefined) : payload;
}

/** The same record offered again hashes the same, whatever order its keys come in. */
function hashOf(read: Mutation): string {
  return createHash('sha256')
    .update(must(canonicalize(read), 'a canonical form'))
    .digest('hex');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function namesOf(one: unknown): { id: string | null; kind: string | null } {
  if (typeof one !== 'object' || one === null) return { id: null, kind: null };
  const { id, kind } = one as Record<string, unknown>;
  return {
    id: typeof id === 'string' && uuid.test(id) ? id : null,
    kind: typeof kind === 'string' && isStorable(kind) ? kind.slice(0, 40).toWellFormed() : null,
  };
}
