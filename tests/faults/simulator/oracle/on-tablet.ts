import type { AnonymousItem, FrozenRecord } from '@huhudao/outbox';
import { loadReference } from '../../../../apps/tablet/src/local/reference.store.ts';
import type { StreetReference } from '../../../../apps/tablet/src/local/reference.types.ts';
import { outboxStorage } from '../../../../apps/tablet/src/local/storage.ts';
import { workStore } from '../../../../apps/tablet/src/local/work.store.ts';
import type { Draft } from '../../../../apps/tablet/src/local/work.types.ts';
import type { Tablet } from '../tablet/tablet.ts';

/** All that is on a tablet's disk, read as its own app would read it. */
export type OnTablet = {
  readonly name: string;
  readonly records: ReadonlyMap<string, FrozenRecord>;
  readonly anonymous: readonly AnonymousItem[];
  readonly drafts: readonly Draft[];
  readonly reference: readonly StreetReference[];
};

export async function readTablet({ name, disk, vault }: Tablet): Promise<OnTablet> {
  const { database } = await disk.connect();
  const storage = outboxStorage(database, vault);
  const heads = await storage.list(['queued', 'sending', 'accepted', 'parallel', 'needsAttention']);
  const records = new Map<string, FrozenRecord>();
  for (const { id } of heads) {
    const record = await storage.read(id);
    if (record !== undefined) records.set(id, record);
  }
  const anonymous = await storage.anonymousIn(['waiting', 'batched', 'sealed', 'kept', 'refused']);
  const drafts = await workStore(database, vault).drafts();
  const reference = await loadReference(database, vault);
  database.close();
  return { name, records, anonymous, drafts, reference };
}
