/** What the parts of the storage contract share. */
import { newRandomId } from '@huhudao/protocol';
import { freezeWork, type FreezeTools, type Work } from '../../freeze.ts';
import { createSealingKeyPair } from '../../open.ts';
import type { RecordChange, RecordSummary } from '../../record.ts';
import type { OutboxStorage, Settlement } from '../../storage.ts';
import { anonymousAnswers, door, visit, workOf } from '../people-and-doors.ts';

export type OpenStore<Local> = {
  readonly store: OutboxStorage<Local>;
  /** The same data through a fresh instance. */
  readonly reopen: () => Promise<OutboxStorage<Local>>;
};
export type ContractKit<Local> = ReturnType<typeof contractKit<Local>>;

export const now = Date.parse('2026-11-20T08:00:00.000Z');
export const at = '2026-11-20T08:00:05.000Z';
export const [epoch, laterEpoch] = [newRandomId(), newRandomId()];
export const error = { code: 'roundNotOpen', details: {} } as const;

export function reply(records: RecordChange[], more: Partial<Settlement> = {}): Settlement {
  return { epoch, receivedAt: at, records, anonymous: [], ...more };
}

/** `local` is whatever the implementation writes with the records. */
export function contractKit<Local>(make: () => Promise<OpenStore<Local>>, local: Local) {
  type Store = OutboxStorage<Local>;
  const keys = createSealingKeyPair();

  async function freeze(store: Store, work: Work<unknown>): Promise<RecordSummary[]> {
    const { publicKey } = await keys;
    const tools: FreezeTools = { now: () => now, random: () => 0.5, sealingKey: publicKey };
    return freezeWork(store, tools, { ...work, local });
  }

  async function freezeVisits(store: Store, count: number): Promise<string[]> {
    const visits = Array.from({ length: count }, (_, index) => visit(door(index)));
    return (await freeze(store, workOf(visits))).map(({ id }) => id);
  }

  async function freezeAnonymous(store: Store, count: number): Promise<string[]> {
    for (let index = 0; index < count; index += 1)
      await freeze(store, workOf([], anonymousAnswers(`${index}`)));
    return (await store.anonymousIn(['waiting'])).map(({ id }) => id);
  }

  return { make, freeze, freezeVisits, freezeAnonymous };
}
