import {
  anonymousResponse,
  mutationPayloads,
  newRandomId,
  Problem,
  type AnonymousResponse,
  type MutationKind,
  type MutationPayload,
} from '@huhudao/protocol';
import type { z } from 'zod';
import type { AnonymousItem } from './anonymous-record.ts';
import type { Random } from './ports.ts';
import type { RecordLabel, RecordSummary } from './record.ts';
import { sealJson } from './sealed-box.ts';
import type { RecordStore, UnnumberedRecord } from './storage.ts';
import { remainder } from './policy.ts';

/** One record about to be frozen; its id (UUIDv7) is made by the caller, who shows the visit under it. */
export type MutationEntry = {
  [K in MutationKind]: { id: string; kind: K; payload: MutationPayload<K>; label: RecordLabel };
}[MutationKind];

/** What one act of the worker leaves behind. */
export type Work<Local> = {
  streetId: string;
  mutations: readonly MutationEntry[];
  anonymous?: Omit<AnonymousResponse, 'id'>;
  /** Ids of the photos the mutations name; each is a draft in the store. */
  photos?: readonly string[];
  /** The refused record that the first mutation takes the place of. */
  corrects?: string;
  local: Local;
};

export type FreezeTools = {
  /** Milliseconds since 1970 by the tablet's clock. */
  now: () => number;
  random: Random;
  /** The server's public key (SPKI, base64) as given at sign-in. */
  sealingKey: string;
};

/** The longest record, in bytes of JSON: its sealed box stays within the wire's limit. */
export const recordByteLimit = 65_536;

/**
 * Freezes what the worker did: checks it, seals the responses, and writes everything in one transaction. When this
 * resolves, the work is on the disk and may be called saved; its content never changes again.
 * @throws Problem `invalidRequest` where a payload is not its kind's, `bodyTooLarge` where it is too long; whatever the
 * store throws. Nothing was written then, and the draft is as it was.
 */
export async function freezeWork<Local>(
  store: Pick<RecordStore<Local>, 'freeze'>,
  tools: FreezeTools,
  work: Work<Local>,
): Promise<RecordSummary[]> {
  const deviceTime = new Date(tools.now()).toISOString();
  const records: UnnumberedRecord[] = [];
  for (const entry of work.mutations)
    records.push(await frozenRecord(entry, work.streetId, deviceTime, tools));
  const anonymous = work.anonymous ? [await waitingItem(work.anonymous, work.streetId, tools)] : [];
  const remainderDueAt = anonymous.length === 0 ? null : remainderDue(tools);
  return store.freeze({
    records,
    anonymous,
    remainderDueAt,
    corrects: work.corrects ?? null,
    ...(work.photos === undefined ? {} : { photos: work.photos }),
    local: work.local,
  });
}

/**
 * Refuses work that could never be frozen, before it is called saved.
 * @throws Problem as `freezeWork`.
 */
export function refuseUnfit({ mutations, anonymous }: Work<unknown>): void {
  for (const entry of mutations) fitPayload(entry);
  if (anonymous !== undefined) fitAnonymous(anonymous);
}

function fitPayload({ kind, payload }: MutationEntry) {
  const parsed = mutationPayloads[kind].safeParse(payload);
  if (!parsed.success) throw malformed(kind, parsed.error);
  refuseTooLong(parsed.data);
  return parsed.data;
}

function fitAnonymous(given: Omit<AnonymousResponse, 'id'>): AnonymousResponse {
  const parsed = anonymousResponse.safeParse({ ...given, id: newRandomId() });
  if (!parsed.success) throw malformed('anonymous', parsed.error);
  refuseTooLong(parsed.data);
  return parsed.data;
}

async function frozenRecord(
  entry: MutationEntry,
  streetId: string,
  deviceTime: string,
  tools: FreezeTools,
): Promise<UnnumberedRecord> {
  const { id, kind, label } = entry;
  const payload = fitPayload(entry);
  const sealed = kind === 'recordResponse' ? await sealJson(tools.sealingKey, payload) : null;
  const content = { form: 'readable', payload, sealed } as const;
  const fresh = {
    state: 'queued',
    attempts: 0,
    lastError: null,
    confirmedAt: null,
    correctedBy: null,
  } as const;
  return { id, streetId, deviceTime, kind, label, content, ...fresh };
}

async function waitingItem(
  given: Omit<AnonymousResponse, 'id'>,
  streetId: string,
  tools: FreezeTools,
): Promise<Extract<AnonymousItem, { state: 'waiting' }>> {
  const response = fitAnonymous(given);
  const box = await sealJson(tools.sealingKey, response);
  return { id: response.id, streetId, roundId: given.roundId, box, state: 'waiting', response };
}

/** Drawn, so that it does not tell when the first response of the remainder was given. */
function remainderDue({ now, random }: FreezeTools): string {
  const { leastMs, mostMs } = remainder;
  return new Date(now() + leastMs + random() * (mostMs - leastMs)).toISOString();
}

/** Names the places, never what stood there. */
function malformed(kind: string, { issues }: z.ZodError): Problem {
  return new Problem('invalidRequest', { kind, at: issues.map((issue) => issue.path.join('.')) });
}

function refuseTooLong(payload: unknown): void {
  const bytes = new TextEncoder().encode(JSON.stringify(payload)).length;
  if (bytes > recordByteLimit) throw new Problem('bodyTooLarge', { limit: `${recordByteLimit / 1024} KB` });
}
