/**
 * Demonstration data: made by the product’s own API with a clock in the past, so that it obeys every rule, marked on
 * the installation, and removed whole.
 */
import type { Hono } from 'hono';
import { newId, type listDemoPeople, type ResponseOf } from '@huhudao/protocol';
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
  makeSetupToken: (deps: Deps) => Promise<string>;
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

export class Demo {
  readonly #parts: DemoParts;
  #progress: number | null = null;

  constructor(parts: DemoParts) {
    this.#parts = parts;
  }

  progress = (): number | null => this.#progress;

  /** Starts filling and returns; a failure is logged, and the installation emptied again. */
  fill = async (deps: Deps): Promise<void> => {
    if (this.#progress !== null) return;
    this.#progress = 0;
    void this.fillNow(deps).catch((error: unknown) =>
      deps.log.error({ error: describeError(error) }, 'filling with demonstration data failed'),
    );
  };

  /** Fills and waits. */
  fillNow = async (deps: Deps, tell: (part: number) => void = () => {}): Promise<void> => {
    this.#progress = 0;
    try {
      await queries.markDemo(deps.sql);
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
        makeSetupToken: () => this.#parts.makeSetupToken(inner),
        tell: (part) => {
          this.#progress = part;
          tell(part);
        },
      });
      await queries.endDemoSessions(deps.sql);
    } catch (error) {
      await this.remove(deps);
      throw error;
    } finally {
      this.#parts.forget();
      this.#progress = null;
    }
  };

  /** Empties every table and begins anew, with an epoch of its own. */
  remove = async (deps: Deps): Promise<void> => {
    const names = (await queries.listTables(deps.sql)).map((row) => row.name);
    await deps.sql.begin(async (tx) => {
      await queries.emptyTables(tx, names);
      await insertInstallation(tx, newId(), deps.now().toISOString(), chainStart);
    });
    this.#parts.forget();
    await this.#parts.prepare(deps);
  };

  people = async (deps: Deps): Promise<ResponseOf<typeof listDemoPeople>> => {
    const [installation] = await readInstallation(deps.sql);
    if (installation?.demo !== true || this.#progress !== null) return [];
    return leadingPeople.map(({ login, name, role, place }) => ({
      login,
      name,
      role,
      areaName: place,
      password: demoPassword,
    }));
  };
}
