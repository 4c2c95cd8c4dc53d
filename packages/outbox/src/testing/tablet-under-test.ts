/** A tablet with its outbox on a memory store, a model of the server, and a clock moved by hand. */
import type { AnonymousResponse } from '@huhudao/protocol';
import { freezeWork, type MutationEntry } from '../freeze.ts';
import { createSealingKeyPair, importPrivateKey } from '../open.ts';
import { defaultPolicy, type SyncPolicy } from '../policy.ts';
import type { Locks, SyncClient } from '../ports.ts';
import type { FrozenState } from '../states.ts';
import { createSyncEngine } from '../sync-engine.ts';
import { manualClock } from './manual-clock.ts';
import { emptyDisk, memoryStorage } from './memory-storage.ts';
import { door, taoyuanStreet, visit, workOf } from './people-and-doors.ts';
import { referenceServer, type Verdict } from './reference-server.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export type Setting = {
  /** Stands between tablet and server. */
  readonly network?: (server: SyncClient) => Partial<SyncClient>;
  readonly policy?: Partial<SyncPolicy>;
  readonly locks?: Locks;
  readonly streetIds?: readonly string[];
  readonly mayUpload?: () => boolean;
};

type Request = { endpoint: keyof SyncClient; body: unknown };
type PushBody = Parameters<SyncClient['push']>[0];

/** A network on which pushes meet this; `pass` takes them on to the server. */
export function onPush(
  meet: (
    body: PushBody,
    pass: (body: PushBody) => ReturnType<SyncClient['push']>,
  ) => ReturnType<SyncClient['push']>,
): Setting {
  return {
    network: (server) => ({
      push: async (body, signal) => meet(body, (passed) => server.push(passed, signal)),
    }),
  };
}

export function fail(error: Error): never {
  throw error;
}

/** The ids of what a request offers. */
export function offeredIds(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const lists = Object.values(body).filter((value) => Array.isArray(value));
  return lists.flat().flatMap((one: unknown) => {
    return typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : [];
  });
}

/** Visits at so many doors. */
export function visits(count: number): MutationEntry[] {
  return Array.from({ length: count }, (_, index) => visit(door(index)));
}

export async function tabletUnderTest(setting: Setting = {}) {
  const pair = await createSealingKeyPair();
  const clock = manualClock(Date.parse('2026-11-20T01:00:00.000Z'));
  const verdicts = new Map<string, Verdict>();
  const serverTime = { off: 0 };
  const server = referenceServer({
    tells: true,
    claims: true,
    keys: await importPrivateKey(pair.privateKey),
    now: () => clock.now() + serverTime.off,
    judge: (id) => verdicts.get(id) ?? 'accept',
  });
  const direct: SyncClient = {
    push: (body) => server.push(body),
    pushAnonymous: (body) => server.pushAnonymous(body),
    pushSealed: (body) => server.pushSealed(body),
    beginPhoto: (body) => server.beginPhoto(body),
    sendPhotoPart: (part) => server.sendPhotoPart(part),
    pull: () => server.pull(),
    pullVersion: async (hash) => ({ hash, kind: 'questionnaire', definition: {}, compiled: null }),
  };
  const met = { ...direct, ...setting.network?.(direct) };
  const requests: Request[] = [];
  const pushes: PushBody[] = [];
  const client = recorded(met, requests, pushes);
  const disk = emptyDisk<string>();
  const storage = memoryStorage(disk);
  const engine = createSyncEngine({
    storage,
    client,
    clock,
    random: () => 0.5,
    policy: { ...defaultPolicy, ...setting.policy },
    streetIds: () => setting.streetIds ?? [taoyuanStreet],
    lockName: 'outbox of li',
    ...(setting.mayUpload === undefined ? {} : { mayUpload: setting.mayUpload }),
    ...(setting.locks === undefined ? {} : { locks: setting.locks }),
  });
  const tools = { now: clock.now, random: () => 0.5, sealingKey: pair.publicKey };

  async function finish(
    entries: MutationEntry[],
    anonymous?: Omit<AnonymousResponse, 'id'>,
    streetId = taoyuanStreet,
    photos: readonly { id: string }[] = [],
  ) {
    const ids = photos.map(({ id }) => id);
    const work = { ...workOf(entries, anonymous), streetId, photos: ids };
    const frozen = await freezeWork(storage, tools, work);
    return frozen.map(({ id }) => id);
  }

  const inState = (state: FrozenState) => [...disk.records.values()].filter((one) => one.state === state);
  const asked = () => requests.map(({ endpoint }) => endpoint);

  return {
    inState,
    asked,
    pushes,
    disk,
    storage,
    server,
    serverTime,
    verdicts,
    clock,
    engine,
    requests,
    finish,
    pair,
  };
}

function recorded(client: SyncClient, requests: Request[], pushes: PushBody[]): SyncClient {
  const note = (endpoint: keyof SyncClient, body: unknown): void => {
    requests.push({ endpoint, body: structuredClone(body) });
  };
  return {
    push: (body, signal) => {
      note('push', body);
      pushes.push(structuredClone(body));
      return client.push(body, signal);
    },
    pushAnonymous: (body, signal) => {
      note('pushAnonymous', body);
      return client.pushAnonymous(body, signal);
    },
    pushSealed: (body, signal) => {
      note('pushSealed', body);
      return client.pushSealed(body, signal);
    },
    beginPhoto: (body, signal) => {
      note('beginPhoto', body);
      return client.beginPhoto(body, signal);
    },
    sendPhotoPart: (part, signal) => {
      note('sendPhotoPart', part);
      return client.sendPhotoPart(part, signal);
    },
    pull: (streetId, since, signal) => {
      note('pull', { streetId, since });
      return client.pull(streetId, since, signal);
    },
    pullVersion: (hash, signal) => {
      note('pullVersion', { hash });
      return client.pullVersion(hash, signal);
    },
  };
}
