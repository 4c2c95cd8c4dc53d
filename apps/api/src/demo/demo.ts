/**
 * Demonstration data: made by the product’s own API with a clock in the past, so that it obeys every rule, marked on
 * the installation, and removed whole.
 */
import type { Hono } from 'hono';
import type { Transaction } from '@huhudao/db';
import { newId, Problem, type listDemoPeople, type ResponseOf } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { Areas } from '../http/areas.ts';
import { chainStart } from '../http/audit-chain.ts';
import { describeError } from '../http/describe-error.ts';
import { insertInstallation, readInstallation } from '../http/installation.queries.ts';
import { fillDemo } from './demo-fill.ts';
import { demoPassword, leadingPeople } from './demo-people.ts';
import * as queries from './demo.queries.ts';

export type DemoParts = {
  /** A second application over the same database, with another clock. */
  createApp: (deps: Deps) => Hono;
  /** Null where there are people already. */
  makeSetupToken: (deps: Deps, kind: { demo: boolean }) => Promise<string | null>;
  /** Publishes the built-in forms and rules of an empty installation. */
  prepare: (deps: Deps) => Promise<void>;
  /** To be called when everything has changed: areas, people, sessions. */
  forget: () => void;
};

/** Nobody waits at a keyboard: sessions last through months of demonstration. */
const patience = {
  SESSION_HOURS: 24 * 365,
  SESSION_IDLE_MINUTES: 60 * 24 * 365,
  REQUESTS_PER_MINUTE: 1_000_000,
  SIGN_INS_PER_MINUTE: 1_000_000,
};

type Begun = { epoch: string; setupToken: string };

export class Demo {
  readonly #parts: DemoParts;
  #progress: number | null = null;

  constructor(parts: DemoParts) {
    this.#parts = parts;
  }

  progress = (): number | null => this.#progress;

  /** Starts filling and returns; a failure is logged, and the installation emptied again. @throws Problem setupDone */
  fill = async (deps: Deps): Promise<void> => {
    const begun = await this.#begin(deps);
    void this.#finish(deps, begun, () => {}).catch((error: unknown) =>
      deps.log.error({ error: describeError(error) }, 'filling with demonstration data failed'),
    );
  };

  /** Fills and waits. @throws Problem setupDone */
  fillNow = async (deps: Deps, tell: (part: number) => void = () => {}): Promise<void> => {
    await this.#finish(deps, await this.#begin(deps), tell);
  };

  /** To be called at a start: a filling that did not end with its program leaves nothing behind. */
  removeUnfinished = async (deps: Deps): Promise<void> => {
    const [installation] = await readInstallation(deps.sql);
    if (installation?.demo === true && !installation.demoFilled) await this.#empty(deps, installation.epoch);
  };

  /** Empties every table and begins anew, with an epoch of its own. @throws Problem notDemo, demoUnderWay */
  remove = async (deps: Deps): Promise<void> => {
    const [installation] = await readInstallation(deps.sql);
    if (installation?.demo !== true) throw new Problem('notDemo');
    if (this.#progress !== null || !installation.demoFilled) throw new Problem('demoUnderWay');
    await this.#empty(deps, installation.epoch);
  };

  /** Marks the empty installation as a demonstration. From here on, a program that stops leaves it to be removed. */
  async #begin(deps: Deps): Promise<Begun> {
    if (this.#progress !== null) throw new Problem('setupDone');
    this.#progress = 0;
    try {
      const [installation] = await readInstallation(deps.sql);
      const setupToken = await this.#parts.makeSetupToken(deps, { demo: true });
      if (installation === undefined || setupToken === null) throw new Problem('setupDone');
      return { epoch: installation.epoch, setupToken };
    } catch (error) {
      this.#progress = null;
      throw error;
    }
  }

  async #finish(deps: Deps, { epoch, setupToken }: Begun, tell: (part: number) => void): Promise<void> {
    try {
      const clock = { now: deps.now() };
      const inner: Deps = {
        ...deps,
        areas: new Areas(deps.sql),
        now: () => clock.now,
        log: deps.log.child({}, { level: 'error' }),
        env: { ...deps.env, ...patience },
      };
      await fillDemo({
        demo: { app: this.#parts.createApp(inner), clock, sealingKey: deps.keys.sealing.publicKey },
        setupToken,
        tell: (part) => {
          this.#progress = part;
          tell(part);
        },
      });
      await ifStillDemo(deps, epoch, async (tx) => {
        await queries.endDemoSessions(tx);
        await queries.markFilled(tx);
      });
    } catch (error) {
      await this.#empty(deps, epoch);
      throw error;
    } finally {
      this.#parts.forget();
      this.#progress = null;
    }
  }

  async #empty(deps: Deps, epoch: string): Promise<void> {
    const names = (await queries.listTables(deps.sql)).map((row) => row.name);
    const emptied = await ifStillDemo(deps, epoch, async (tx) => {
      await queries.emptyTables(tx, names);
      await insertInstallation(tx, newId(), deps.now().toISOString(), chainStart);
    });
    if (!emptied) return;
    this.#parts.forget();
    await this.#parts.prepare(deps);
  }

  people = async (deps: Deps): Promise<ResponseOf<typeof listDemoPeople>> => {
    const [installation] = await readInstallation(deps.sql);
    if (installation?.demo !== true || !installation.demoFilled) return [];
    return leadingPeople.map(({ login, name, role, place }) => ({
      login,
      name,
      role,
      areaName: place,
      password: demoPassword,
    }));
  };
}

/** Does the work while nobody else can touch the installation, if it is still the demonstration of that epoch. */
function ifStillDemo(deps: Deps, epoch: string, work: (tx: Transaction) => Promise<void>): Promise<boolean> {
  return deps.sql.begin(async (tx) => {
    await queries.lockInstallation(tx);
    const [installation] = await readInstallation(tx);
    if (installation?.demo !== true || installation.epoch !== epoch) return false;
    await work(tx);
    return true;
  });
}
