import type { listDemoPeople, ResponseOf } from '@huhudao/protocol';
import type { Actor, Deps } from '../http/deps.ts';

/** What the demonstration data is made and removed by. */
export type DemoHooks = {
  /** Starts filling and returns; `progress` tells how far it is. */
  fill: (deps: Deps) => Promise<void>;
  /** From 0 to 1 while the installation is being filled, else null. */
  progress: () => number | null;
  remove: (deps: Deps, actor: Actor) => Promise<void>;
  /** Empty where there is no demonstration data. */
  people: (deps: Deps) => Promise<ResponseOf<typeof listDemoPeople>>;
};
