/**
 * One start of the tablet's app in one or two tabs, on the real store and the real sync engine. Every access to the
 * store and every request is a step of the stage; at any of them the process may die, before, within or after it. What
 * an app that died was waiting for never comes.
 */
import {
  createSyncEngine,
  defaultPolicy,
  httpSyncClient,
  type Clock,
  type Locks,
  type OutboxStorage,
  type RunEnd,
} from '@huhudao/outbox';
import { dropUnnamedPhotos } from '../../../../apps/tablet/src/app/concern-writes.ts';
import { concernStore, type ConcernStore } from '../../../../apps/tablet/src/local/concerns.store.ts';
import { outboxStorage } from '../../../../apps/tablet/src/local/storage.ts';
import type { Vault } from '../../../../apps/tablet/src/local/vault.ts';
import { workStore, type WorkStore } from '../../../../apps/tablet/src/local/work.store.ts';
import type { LocalPart } from '../../../../apps/tablet/src/local/work.types.ts';
import type { Chance } from '../chance.ts';
import type { Stage } from '../stage.ts';
import type { PersonDatabase } from '../../../../apps/tablet/src/local/person.database.ts';
import type { Connection, Disk } from './disk.ts';
import type { Mishap, Script } from './line-faults.ts';
import type { Network, Outgoing } from './network.ts';

/** The process dies at the n-th step from now, before it has an effect, within it, or after it. */
export type Death = { readonly in: number; readonly when: 'before' | 'within' | 'after' };

export type AppOptions = {
  readonly stage: Stage;
  readonly chance: Chance;
  readonly disk: Disk;
  readonly vault: Vault;
  readonly network: Network;
  readonly token: string;
  readonly streetIds: readonly string[];
  /** The tablet's clock, milliseconds. */
  readonly now: () => number;
  /** Told of every request, in order. */
  readonly onRequest: (path: string, body: unknown, mishap: Mishap) => void;
  readonly locks: Locks;
  /** What a negative control makes of the store. */
  readonly spoil: Spoil;
};

export type Spoil = (storage: OutboxStorage<LocalPart>, database: PersonDatabase) => OutboxStorage<LocalPart>;

/** Small photos go in several parts as large ones do. */
const policy = { ...defaultPolicy, photoPart: { least: 300, most: 1500 } };

/** One tab as one of its actors uses it; each actor takes turns under a name of its own. */
export type Hand = {
  readonly storage: OutboxStorage<LocalPart>;
  readonly work: WorkStore;
  readonly concerns: ConcernStore;
  /** One run of the tab's engine; `script`: what happens to its requests. */
  readonly sync: (
    script: Script,
    how: { readonly endShift: boolean; readonly photos: boolean },
  ) => Promise<RunEnd>;
};

export class App {
  readonly #options: AppOptions;
  readonly #connections: Connection[] = [];
  readonly #died = Promise.withResolvers<'died'>();
  #death: Death | null = null;
  #alive = true;

  constructor(options: AppOptions) {
    this.#options = options;
  }

  /** Whatever is asked of this app ends with its death at the latest. */
  orDeath<T>(work: Promise<T>): Promise<T | 'died'> {
    return Promise.race([work, this.#died.promise]);
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** From now on the app has so long to live. */
  doom(death: Death): void {
    this.#death = death;
  }

  async openTab(actor: string): Promise<Hand> {
    const { disk, vault, streetIds, now, token, chance, locks, spoil } = this.#options;
    const connection = await disk.connect();
    this.#connections.push(connection);
    const { database } = connection;
    const step = <T>(name: string, act: () => Promise<T>) => this.#step(actor, connection, name, act);
    const storage = everyMethod(spoil(outboxStorage(database, vault), database), step);
    const work = everyMethod(workStore(database, vault), step);
    const concerns = everyMethod(concernStore(database, vault), step);
    let photosMayLeave = true;
    const clock = clockOf(now);
    const mishaps = scripted();
    const engine = createSyncEngine({
      storage,
      client: httpSyncClient({
        origin: '',
        fetch: this.#fetch(step, mishaps.next, clock),
        headers: () => ({ Authorization: `Bearer ${token}` }),
      }),
      clock,
      random: chance.random,
      lockName: database.name,
      locks,
      streetIds: () => streetIds,
      mayUpload: () => photosMayLeave,
      policy,
    });
    await dropUnnamedPhotos({ storage, concerns });
    const sync: Hand['sync'] = (script, { endShift, photos }) => {
      mishaps.begin(script);
      photosMayLeave = photos;
      return endShift ? engine.endShift() : engine.run();
    };
    return { storage, work, concerns, sync };
  }

  async close(): Promise<void> {
    this.#alive = false;
    for (const { database } of this.#connections) database.close();
  }

  async #step<T>(actor: string, connection: Connection, name: string, act: () => Promise<T>): Promise<T> {
    await this.#options.stage.turn(actor, this, name);
    const dies = this.#death !== null && this.#death.in <= 0 ? this.#death.when : null;
    if (this.#death !== null) this.#death = { ...this.#death, in: this.#death.in - 1 };
    if (dies === null) return act();
    if (dies === 'before') return this.#die();
    if (dies === 'after') {
      await Promise.allSettled([act()]);
      return this.#die();
    }
    const acting = Promise.allSettled([act()]);
    await Promise.race([acting, connection.writing()]);
    // A transaction takes several turns; it is caught in one of them.
    for (let turns = this.#options.chance.between(0, 6); turns > 0; turns -= 1)
      await new Promise((next) => setImmediate(next));
    return this.#die();
  }

  #die(): Promise<never> {
    this.#alive = false;
    for (const connection of this.#connections) connection.kill();
    this.#options.stage.endLife(this);
    this.#died.resolve('died');
    return new Promise(() => undefined);
  }

  #fetch(
    step: <T>(name: string, act: () => Promise<T>) => Promise<T>,
    nextMishap: (path: string) => Mishap,
    clock: ManualClock,
  ) {
    return async (path: string, init: RequestInit): Promise<Response> => {
      const mishap = nextMishap(path);
      const outgoing = outgoingOf(path, init);
      const { network, onRequest } = this.#options;
      // A version's hash is another in every district.
      const place = path.split('?')[0]?.replace(/\/[0-9a-f]{64}$/, '') ?? path;
      const arriving = await step(`sends ${place} ${mishap?.fault ?? ''}`, async () => {
        onRequest(path, typeof outgoing.body === 'string' ? JSON.parse(outgoing.body) : null, mishap);
        const delivered = network.deliver(outgoing, mishap);
        if (!network.overlaps) await delivered;
        return { delivered };
      });
      const incoming = await step(`hears from ${place}`, () => arriving.delivered);
      if (incoming === 'silence') {
        clock.fireAll();
        init.signal?.throwIfAborted();
      }
      if (incoming === 'silence' || incoming === 'broken') throw new TypeError('no answer');
      return incoming;
    };
  }
}

/** Deals out what a script has for the requests of one run. */
function scripted() {
  const left = { records: [] as Mishap[], photos: [] as Mishap[] };
  return {
    begin: ({ records, photos }: Script): void => {
      left.records = [...records];
      left.photos = [...photos];
    },
    next: (path: string): Mishap =>
      left[path.startsWith('/api/photos') ? 'photos' : 'records'].shift() ?? null,
  };
}

type ManualClock = Clock & { fireAll: () => void };

function clockOf(now: () => number): ManualClock {
  const timers = new Set<() => void>();
  return {
    now,
    after: (_ms, callBack) => {
      timers.add(callBack);
      return () => timers.delete(callBack);
    },
    fireAll: () => timers.forEach((callBack) => callBack()),
  };
}

function outgoingOf(path: string, init: RequestInit): Outgoing {
  const headers = Object.fromEntries(new Headers(init.headers).entries());
  return {
    path,
    method: init.method ?? 'GET',
    headers,
    body: typeof init.body === 'string' || init.body instanceof Uint8Array ? init.body : null,
  };
}

/** The same object, each of whose methods takes its turn. */
function everyMethod<T extends object>(
  target: T,
  step: <R>(name: string, act: () => Promise<R>) => Promise<R>,
): T {
  return new Proxy(target, {
    get: (inner, name, receiver) => {
      const method: unknown = Reflect.get(inner, name, receiver);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => step(String(name), async () => Reflect.apply(method, inner, given));
    },
  });
}
