/** A tablet in somebody's hands: its disk, its clock, and the app that runs on it until it dies. */
import { freezeWork, noLocks, type Locks } from '@huhudao/outbox';
import { createStoreKey } from '../../../../apps/tablet/src/local/envelope.ts';
import { outboxStorage } from '../../../../apps/tablet/src/local/storage.ts';
import { vaultOf, type Vault } from '../../../../apps/tablet/src/local/vault.ts';
import { workStore } from '../../../../apps/tablet/src/local/work.store.ts';
import type { Chance } from '../chance.ts';
import type { Ledger } from '../ledger.ts';
import type { Stage } from '../stage.ts';
import type { Tally } from '../tally.ts';
import type { Forms, Town, Worker } from '../town/town.ts';
import { App, type AppOptions, type Spoil } from './app.ts';
import { Disk, type Durability } from './disk.ts';
import type { Network } from './network.ts';

export type TabletOptions = {
  readonly town: Town;
  readonly stage: Stage;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly network: Network;
  readonly durability: Durability;
  readonly spoil: Spoil;
  /** Whether its browser keeps tabs from syncing at once. */
  readonly withLocks: boolean;
};

export class Tablet {
  readonly name: string;
  readonly worker: Worker;
  readonly disk: Disk;
  readonly vault: Vault;
  /** How far its clock is off, milliseconds. */
  clockOff = 0;
  /** Which way it is off: by up to a week from the true time, and no two readings more than a week apart. */
  readonly clockSide: 1 | -1;
  network: Network;
  /** It was told that it is out of use: it only hands over what it has. */
  shut = false;
  #token: string;
  readonly #options: TabletOptions;
  #app: Promise<App> | null = null;

  private constructor(name: string, worker: Worker, vault: Vault, options: TabletOptions) {
    this.name = name;
    this.worker = worker;
    this.vault = vault;
    this.network = options.network;
    this.clockSide = options.chance.percent(50) ? 1 : -1;
    this.#options = options;
    this.#token = worker.token;
    this.disk = new Disk(worker.person.id, options.durability);
  }

  static async of(name: string, worker: Worker, options: TabletOptions): Promise<Tablet> {
    const tablet = new Tablet(name, worker, vaultOf(await createStoreKey()), options);
    await tablet.#haveForms(options.town.forms);
    return tablet;
  }

  /** Whoever worked here before has the forms of the open rounds; those published meanwhile are pulled. */
  async #haveForms(forms: Forms): Promise<void> {
    const { database } = await this.disk.connect();
    const { putVersion } = outboxStorage(database, this.vault);
    for (const version of Object.values(forms)) await putVersion(version);
    database.close();
  }

  /** It becomes a tablet that no other episode uses, and can be taken out of use. Resolves with its id. */
  async becomeOther(): Promise<string> {
    const { deviceId, token } = await this.#options.town.api.tablet(this.worker.person);
    this.#token = token;
    return deviceId;
  }

  readonly now = (): number => this.#options.town.api.clock.now.getTime() + this.clockOff;

  get freezeTools() {
    const { town, chance } = this.#options;
    return { random: chance.random, sealingKey: town.api.deps.keys.sealing.publicKey };
  }

  /** The app as it runs; started where none does. What was held when it last died is frozen then. */
  async app(): Promise<App> {
    const current = await this.#app;
    if (current?.alive !== true && this.#app !== null) this.#app = null;
    this.#app ??= this.#start();
    return this.#app;
  }

  async #start(): Promise<App> {
    await this.disk.losePower();
    const { database } = await this.disk.connect();
    const [storage, work] = [outboxStorage(database, this.vault), workStore(database, this.vault)];
    for (const held of await work.held())
      await freezeWork(storage, { ...this.freezeTools, now: () => held.heldAt }, held.work);
    database.close();
    return new App(this.#appOptions());
  }

  #appOptions(): AppOptions {
    const { stage, chance, ledger, tally, withLocks, spoil } = this.#options;
    return {
      stage,
      chance,
      disk: this.disk,
      vault: this.vault,
      network: this.network,
      token: this.#token,
      streetIds: this.worker.streetIds,
      now: this.now,
      spoil,
      locks: withLocks ? browserLocks() : noLocks,
      onRequest: (path, body, mishap) => {
        const [, , concept, name] = path.split('?')[0]?.split('/') ?? [];
        tally.add('requests', (concept === 'photos' ? concept : name) ?? path);
        if (mishap !== null) tally.add('faults', mishap.fault);
        if (mishap !== null && concept === 'photos') tally.add('faults on photos', mishap.fault);
        if (path === '/api/sync/anonymous') ledger.batches.push({ tablet: this.name, ids: idsOf(body) });
      },
    };
  }
}

function idsOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || !('responses' in body)) return [];
  if (!Array.isArray(body.responses)) return [];
  return body.responses.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : [],
  );
}

/** What Web Locks do within one browser. A browser that dies lets all of them go: each start has its own. */
function browserLocks(): Locks {
  const held = new Set<string>();
  return {
    ifFree: async (name, work) => {
      if (held.has(name)) return undefined;
      held.add(name);
      try {
        return await work();
      } finally {
        held.delete(name);
      }
    },
  };
}
