/**
 * A tablet, a network and a server in which everything that can fail does so on command: the process may die before or
 * after any single access to store or network, and each request may meet any of the faults below.
 */
import { Problem, type MutationResult } from '@huhudao/protocol';
import { defaultPolicy, type SyncPolicy } from '../policy.ts';
import type { Clock, SyncClient } from '../ports.ts';
import type { OutboxStorage } from '../storage.ts';
import { createSyncEngine, type SyncEngine } from '../sync-engine.ts';
import { memoryStorage, type Disk } from './memory-storage.ts';
import type { ReferenceServer } from './reference-server.ts';
import type { Sent } from './separation-check.ts';

export const faults = [
  'none',
  /** The connection is reset before the server sees anything. */
  'lostRequest',
  /** The server commits; its answer never comes. */
  'lostReply',
  /** The same, noticed only when the tablet gives up waiting. */
  'silence',
  /** The body arrives cut off. */
  'cutBody',
  /** A proxy's or hotel's page instead of an answer. */
  'loginPage',
  'internal',
  'unavailable',
  'tooMany',
  'signInNeeded',
  /** The network delivers the request twice. */
  'twice',
  /** The server commits; the answer speaks of another record. */
  'wrongIds',
  /** No answer now; the request arrives much later, by itself. */
  'late',
] as const;
export type Fault = (typeof faults)[number];

/** Where in a run the process dies: at the n-th access, before it had an effect or after. Null: it lives. */
export type Death = { readonly at: number; readonly after: boolean } | null;

export type World<Local> = {
  readonly disk: Disk<Local>;
  readonly server: ReferenceServer;
  /** Milliseconds; the true time and how far the tablet's clock is off. */
  readonly time: { now: number; tabletOff: number };
  readonly random: () => number;
  /** Requests the network still holds back. */
  readonly late: (() => Promise<unknown>)[];
  /** Records that make the server fail, whatever they are sent with. */
  readonly poisoned: Set<string>;
  /** What left the tablet, in order. */
  readonly log: Sent[];
  /** Whether photos may leave. */
  wifi: boolean;
};

export const fastPolicy: SyncPolicy = {
  ...defaultPolicy,
  recordsPerPush: 4,
  photoPart: { least: 8, most: 32 },
};

/** The app as one start of it sees the world. When it dies, whatever it waits for never comes. */
export function startApp<Local>(world: World<Local>, script: readonly Fault[], death: Death) {
  let accesses = 0;
  const dead = Promise.withResolvers<'died'>();
  const never = new Promise<never>(() => undefined);

  async function access<T>(act: () => Promise<T>): Promise<T> {
    // A few turns of waiting let another tab come in between.
    for (let turns = Math.floor(world.random() * 3); turns > 0; turns -= 1) await Promise.resolve();
    accesses += 1;
    const dies = death !== null && accesses >= death.at;
    if (dies && !death.after) return die();
    try {
      return await act();
    } finally {
      if (dies) await die();
    }
  }

  function die(): Promise<never> {
    dead.resolve('died');
    return never;
  }

  const storage = everyMethod(memoryStorage(world.disk), access);
  const timers = new Set<() => void>();
  const clock: Clock = {
    now: () => world.time.now + world.time.tabletOff,
    after: (_ms, callBack) => {
      timers.add(callBack);
      return () => timers.delete(callBack);
    },
  };
  const client = faultyClient(world, script, access, () => timers.forEach((callBack) => callBack()));
  const engine: SyncEngine = createSyncEngine({
    storage,
    client,
    clock,
    random: world.random,
    policy: fastPolicy,
    streetIds: () => ['00000000-0000-4000-8000-000000000001'],
    lockName: 'outbox',
    mayUpload: () => world.wifi,
  });
  /** Whatever is asked of this app ends with its death at the latest. */
  const orDeath = <T>(work: Promise<T>): Promise<T | 'died'> => Promise.race([work, dead.promise]);
  return { engine, storage, clock, orDeath };
}

type Access = <T>(act: () => Promise<T>) => Promise<T>;

function everyMethod<Local>(storage: OutboxStorage<Local>, access: Access): OutboxStorage<Local> {
  return new Proxy(storage, {
    get: (target, name, receiver) => {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => access(async () => Reflect.apply(method, target, given));
    },
  });
}

function faultyClient<Local>(
  world: World<Local>,
  script: readonly Fault[],
  access: Access,
  fireTimers: () => void,
): SyncClient {
  let requests = 0;

  function send<T>(deliver: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const fault = script[requests] ?? 'none';
    requests += 1;
    return access(() => through(fault, deliver, signal));
  }

  async function through<T>(fault: Fault, deliver: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (refusals[fault] !== undefined) throw refusals[fault];
    if (fault === 'lostRequest') throw new TypeError('reset');
    // Whatever comes of it then, nobody is told.
    if (fault === 'late') world.late.push(() => Promise.allSettled([deliver()]));
    if (fault === 'late') throw new TypeError('reset');
    const reply = await deliver();
    if (fault === 'lostReply') throw new TypeError('reset');
    if (fault === 'silence') {
      fireTimers();
      signal.throwIfAborted();
    }
    if (fault === 'twice') return deliver();
    return fault === 'wrongIds' ? speakingOfAnother(reply) : reply;
  }

  const log = (endpoint: Sent['endpoint'], ids: string[]): void => {
    const queued = [...world.disk.records.values()].filter(({ state }) => state === 'queued');
    const remaining = new Set(queued.map(({ id }) => id));
    world.log.push({ endpoint, ids, at: world.time.now, remaining });
  };
  // What goes over the wire is JSON, and does not change while it waits there.
  const wire = (body: unknown): unknown => JSON.parse(JSON.stringify(body));
  return {
    push: (body, signal) => {
      log('push', idsOf(body.mutations));
      const sent = wire(body);
      const poisoned = idsOf(body.mutations).some((id) => world.poisoned.has(id));
      return send(() => (poisoned ? failing() : world.server.push(sent)), signal);
    },
    pushAnonymous: (body, signal) => {
      log('pushAnonymous', idsOf(body.responses));
      const sent = wire(body);
      return send(() => world.server.pushAnonymous(sent), signal);
    },
    pushSealed: (body, signal) => {
      log('pushSealed', idsOf(body.sealed));
      const sent = wire(body);
      return send(() => world.server.pushSealed(sent), signal);
    },
    beginPhoto: (body, signal) => {
      log('photo', []);
      return send(() => world.server.beginPhoto(body), signal);
    },
    sendPhotoPart: (part, signal) => {
      log('photo', []);
      return send(() => world.server.sendPhotoPart(part), signal);
    },
    pull: (_streetId, _since, signal) => send(() => world.server.pull(), signal),
    pullVersion: () => Promise.reject(new Problem('notFound')),
  };
}

const refusals: Partial<Record<Fault, Problem>> = {
  cutBody: new Problem('malformedJson'),
  loginPage: new Problem('unexpectedResponse', {}),
  internal: new Problem('internal', { reference: 'R1' }),
  unavailable: new Problem('unavailable', { seconds: 5 }),
  tooMany: new Problem('tooManyRequests', { seconds: 30 }),
  signInNeeded: new Problem('sessionExpired'),
};

function failing(): Promise<never> {
  return Promise.reject(new Problem('internal', { reference: 'R1' }));
}

function idsOf(items: readonly unknown[]): string[] {
  return items.flatMap((item) =>
    typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : [],
  );
}

function speakingOfAnother<T>(reply: T): T {
  const results: MutationResult[] = [{ id: 'another', result: 'accepted' }];
  return typeof reply === 'object' && reply !== null && 'results' in reply ? { ...reply, results } : reply;
}
