import 'fake-indexeddb/auto';
import { newId, type PullResponse } from '@huhudao/protocol';
import { expect, it } from 'vitest';
import { someRound } from '../testing/street.ts';
import { createStoreKey } from './envelope.ts';
import { PersonDatabase } from './person.database.ts';
import { loadReference } from './reference.store.ts';
import { outboxStorage } from './storage.ts';
import { vaultOf, type Vault } from './vault.ts';

const streetId = newId();
const [before, after] = [newId(), newId()];
const serverTime = '2026-11-20T08:00:00.000Z';

function pageOf(epoch: string, cursor: string): PullResponse {
  const lists = {
    teams: [],
    stairwells: [],
    households: [],
    assignments: [],
    plans: [],
    busy: [],
    planning: null,
    revisits: [],
    issues: [],
    parallelVisits: [],
    notices: [],
  };
  return { cursor, reset: true, epoch, serverTime, rounds: [someRound()], ...lists };
}

const contact = (epoch: string) => ({ epoch, receivedAt: serverTime, records: [], anonymous: [] });

it('a first page of the lost time is not kept where another tab hears of the restore while it is encrypted', async () => {
  const database = new PersonDatabase(newId());
  const key = await createStoreKey();
  const plain = outboxStorage(database, vaultOf(key));
  const vault: Vault = {
    ...vaultOf(key),
    lock: async (...given) => {
      await plain.settle(contact(after));
      return vaultOf(key).lock(...given);
    },
  };
  await plain.settle(contact(before));
  await outboxStorage(database, vault).applyPull(streetId, null, pageOf(before, '57'));
  expect(await plain.cursor(streetId)).toBeNull();
  await plain.applyPull(streetId, null, pageOf(after, '12'));
  expect(await plain.cursor(streetId)).toBe('12');
  expect(await loadReference(database, vaultOf(key))).toHaveLength(1);
});
