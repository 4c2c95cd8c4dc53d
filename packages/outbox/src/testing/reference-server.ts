/**
 * The server's side of the contract in memory: what push, anonymous, sealed and pull promise, and nothing else. It is
 * the model the outbox is tested against, not a stand-in for the API.
 *
 * `claims: false` switches off what makes a retry have one effect, `tells: false` that a pull tells of visits another
 * team met; the tests must then fail.
 */
import {
  anonymousBatchMinimum,
  anonymousBody,
  anonymousResponse,
  mutation,
  mutationPayloads,
  newRandomId,
  Problem,
  pushBody,
  sealedBody,
  sealedPayload,
  type AnonymousResponse,
  type MutationResult,
  type PhotoState,
  type PullResponse,
} from '@huhudao/protocol';
import { sha256Hex } from '../digest.ts';
import { openJson } from '../open.ts';
import type { PhotoPart, SyncClient } from '../ports.ts';

/** `metLater`: accepted, and then another team's visit at that door arrives. */
export type Verdict = 'accept' | 'parallel' | 'metLater' | 'reject' | 'defer';

/** `parallelVisit`: whether a pull names it. */
type Claim = { content: string; parallelVisit: boolean };

/** Everything a backup would hold. Effects are lists, so that doing a thing twice shows. */
type Data = {
  claims: Map<string, Claim>;
  effects: { id: string; content: string }[];
  quarantine: Map<string, unknown>;
  anonymousClaims: Map<string, string>;
  anonymous: AnonymousResponse[];
  /** Photos by digest, as far as their bytes are here. */
  photos: Map<string, { size: number; bytes: Uint8Array }>;
};

export type ReferenceServer = ReturnType<typeof referenceServer>;

export function referenceServer(options: {
  claims: boolean;
  tells: boolean;
  keys: CryptoKeyPair;
  /** True time, which only the server knows. */
  now: () => number;
  /** What the server thinks of the record with this id; asked each time it comes new. */
  judge: (id: string) => Verdict;
}) {
  let epoch = newRandomId();
  let data: Data = emptyData();

  async function push(body: unknown) {
    const { mutations } = pushBody.parse(body);
    const results: MutationResult[] = [];
    for (const one of mutations) results.push(await record(one));
    return answer(results);
  }

  async function record(raw: unknown): Promise<MutationResult> {
    const envelope = mutation.parse(raw);
    const sealed = sealedPayload.safeParse(envelope.payload);
    const opened = sealed.success ? await openJson(options.keys, sealed.data.sealed) : envelope.payload;
    const payload = mutationPayloads[envelope.kind].parse(opened);
    const { id } = envelope;
    const content = canonical({ ...envelope, payload });
    const claim = options.claims ? data.claims.get(id) : undefined;
    if (claim !== undefined && claim.content !== content)
      return { id, result: 'rejected', code: 'idReused', details: {} };
    if (claim !== undefined) return { id, result: 'alreadyAccepted' };
    const verdict = options.judge(id);
    if (verdict === 'defer') return { id, result: 'deferred' };
    if (verdict === 'reject') {
      data.quarantine.set(id, opened);
      return { id, result: 'rejected', code: 'roundNotOpen', details: {} };
    }
    const parallelVisit = envelope.kind === 'recordVisit' && verdict !== 'accept';
    data.claims.set(id, { content, parallelVisit });
    data.effects.push({ id, content });
    return { id, result: verdict === 'parallel' ? 'parallel' : 'accepted' };
  }

  async function pushAnonymous(body: unknown) {
    const { responses } = anonymousBody.parse(body);
    if (responses.length < anonymousBatchMinimum)
      throw new Problem('batchTooSmall', { limit: anonymousBatchMinimum });
    return answer(responses.map((one) => anonymous(anonymousResponse.parse(one))));
  }

  async function pushSealed(body: unknown) {
    const results: MutationResult[] = [];
    for (const { box } of sealedBody.parse(body).sealed)
      results.push(anonymous(anonymousResponse.parse(await openJson(options.keys, box))));
    return answer(results);
  }

  function anonymous(response: AnonymousResponse): MutationResult {
    const { id } = response;
    const content = canonical(response);
    const claimed = options.claims ? data.anonymousClaims.get(id) : undefined;
    if (claimed !== undefined)
      return claimed === content
        ? { id, result: 'alreadyAccepted' }
        : { id, result: 'rejected', code: 'idReused', details: {} };
    data.anonymousClaims.set(id, content);
    data.anonymous.push(response);
    return { id, result: 'accepted' };
  }

  async function beginPhoto({ digest, size }: Parameters<SyncClient['beginPhoto']>[0]): Promise<PhotoState> {
    const known = data.photos.get(digest) ?? { size, bytes: new Uint8Array() };
    data.photos.set(digest, known);
    return photoState(known);
  }

  async function sendPhotoPart({ digest, offset, bytes }: PhotoPart): Promise<PhotoState> {
    const known = data.photos.get(digest);
    if (known === undefined) throw new Problem('photoNotBegun');
    const received = known.bytes.length;
    if (offset + bytes.length <= received) return photoState(known);
    if (offset !== received) throw new Problem('photoOffsetWrong', { received });
    const longer = { ...known, bytes: new Uint8Array([...known.bytes, ...bytes]) };
    const whole = longer.bytes.length === longer.size;
    if (whole && (await sha256Hex(longer.bytes)) !== digest) {
      data.photos.delete(digest);
      throw new Problem('photoDigestWrong');
    }
    data.photos.set(digest, longer);
    return photoState(longer);
  }

  function photoState({ size, bytes }: { size: number; bytes: Uint8Array }): PhotoState {
    const receivedAt = new Date(options.now()).toISOString();
    return { received: bytes.length, complete: bytes.length === size, epoch, receivedAt };
  }

  function answer(results: MutationResult[]) {
    return { results, epoch, receivedAt: new Date(options.now()).toISOString() };
  }

  return {
    push,
    pushAnonymous,
    pushSealed,
    beginPhoto,
    sendPhotoPart,
    pull: async (): Promise<PullResponse> => ({
      ...emptyPage(epoch, options.now()),
      parallelVisits: [...data.claims].flatMap(([id, claim]) =>
        options.tells && claim.parallelVisit ? [id] : [],
      ),
    }),
    /** Another team's visit arrives at the door of this one. */
    meet: (id: string): void => {
      const claim = data.claims.get(id);
      if (claim !== undefined) data.claims.set(id, { ...claim, parallelVisit: true });
    },
    epoch: () => epoch,
    data: () => data,
    backUp: (): Data => structuredClone(data),
    restore: (backup: Data): void => {
      data = structuredClone(backup);
      epoch = newRandomId();
    },
  };
}

function emptyData(): Data {
  return {
    claims: new Map(),
    effects: [],
    quarantine: new Map(),
    anonymousClaims: new Map(),
    anonymous: [],
    photos: new Map(),
  };
}

/** A page on which nothing has changed. */
export function emptyPage(epoch: string, now: number): PullResponse {
  const lists = { rounds: [], teams: [], stairwells: [], households: [], assignments: [], plans: [] };
  const serverTime = new Date(now).toISOString();
  return {
    cursor: '0',
    reset: false,
    epoch,
    serverTime,
    ...lists,
    busy: [],
    planning: null,
    revisits: [],
    issues: [],
    parallelVisits: [],
    notices: [],
  };
}

/** The same content gives the same text, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
