import type { listDemoPeople, ResponseOf } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';

/** What the demonstration data is made and removed by. */
export type DemoHooks = {
  /** Starts filling and returns; `progress` tells how far it is. @throws Problem setupDone */
  fill: (deps: Deps) => Promise<void>;
  /** From 0 to 1 while the installation is being filled, else null. */
  progress: () => number | null;
  /** @throws Problem notDemo, demoUnderWay */
  remove: (deps: Deps) => Promise<void>;
  /** Empty where there is no demonstration data. */
  people: (deps: Deps) => Promise<ResponseOf<typeof listDemoPeople>>;
};
