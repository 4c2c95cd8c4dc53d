import type { FrozenRecord, OutboxStorage } from '@huhudao/outbox';
import type { LocalPart } from '../local/work.types.ts';

/** What the office did not take: to be read, and to be offered once more. */
export type RefusedWork = {
  /** A record with its content, for those who have to look at it. */
  record(id: string): Promise<FrozenRecord | undefined>;
  offerAgain(id: string): Promise<void>;
  /** The refused anonymous responses, as the sealed boxes they are. */
  offerAnonymousAgain(): Promise<void>;
};

/** `offered`: called once something may be sent again. */
export function refusedWork(storage: OutboxStorage<LocalPart>, offered: () => Promise<void>): RefusedWork {
  return {
    record: (id) => storage.read(id),
    offerAgain: async (id) => {
      await storage.apply([{ id, event: 'offeredAgain' }]);
      await offered();
    },
    offerAnonymousAgain: async () => {
      const refused = await storage.anonymousIn(['refused']);
      await storage.applyAnonymous(refused.map(({ id }) => ({ id, event: 'offeredAgain' })));
      await offered();
    },
  };
}
