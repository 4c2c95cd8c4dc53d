import type { OutboxStorage } from '@huhudao/outbox';
import { anonymousStore } from './anonymous.store.ts';
import { markStore } from './marks.store.ts';
import { recordStore } from './outbox-records.store.ts';
import type { PersonDatabase } from './person.database.ts';
import { photoStore } from './photos.store.ts';
import { referenceStore } from './reference.store.ts';
import type { Vault } from './vault.ts';
import type { LocalPart } from './work.types.ts';

/** The outbox's storage port on one person's database. */
export function outboxStorage(database: PersonDatabase, vault: Vault): OutboxStorage<LocalPart> {
  return {
    ...recordStore(database, vault),
    ...anonymousStore(database, vault),
    ...photoStore(database, vault),
    ...markStore(database),
    ...referenceStore(database, vault),
  };
}
