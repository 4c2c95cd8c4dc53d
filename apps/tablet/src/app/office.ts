import { httpSyncClient, type SyncClient } from '@huhudao/outbox';
import { call, readPulledNotices, type Transport } from '@huhudao/protocol';
import type { PersonDatabase } from '../local/person.database.ts';
import type { Vault } from '../local/vault.ts';
import { ownTickets, type OwnTickets } from './own-tickets.ts';
import { maySendPhotos } from './photo-sending.ts';

/** What one person's store asks of the office. Practice has one that is in the app and answers to nobody. */
export type Office = {
  readonly client: SyncClient;
  readonly tickets: (database: PersonDatabase, vault: Vault) => OwnTickets;
  /** Says which notices were read here; rejects where nobody heard it. */
  readonly tellRead: (streetId: string, ids: readonly string[]) => Promise<void>;
  /** Whether photos may leave at this moment. */
  readonly mayUpload: () => boolean;
};

/** How long an answer is waited for, in milliseconds. */
const patience = 20_000;

/** The office itself, over the network. */
export const officeOver = (transport: Transport): Office => ({
  client: httpSyncClient(transport),
  tickets: (database, vault) => ownTickets(database, vault, transport),
  tellRead: async (streetId, ids) => {
    await call(
      transport,
      readPulledNotices,
      { body: { streetId, ids: [...ids] } },
      AbortSignal.timeout(patience),
    );
  },
  mayUpload: maySendPhotos,
});
