import 'fake-indexeddb/auto';
import { describeStorage } from '@huhudao/outbox/testing';
import { newId } from '@huhudao/protocol';
import { createStoreKey } from './envelope.ts';
import { PersonDatabase } from './person.database.ts';
import { outboxStorage } from './storage.ts';
import { vaultOf } from './vault.ts';

describeStorage(
  'IndexedDB',
  async () => {
    const personId = newId();
    const vault = vaultOf(await createStoreKey());
    let database = new PersonDatabase(personId);
    return {
      store: outboxStorage(database, vault),
      reopen: async () => {
        database.close();
        database = new PersonDatabase(personId);
        return outboxStorage(database, vault);
      },
    };
  },
  { own: [], heldIds: [], draftIds: [] },
);
