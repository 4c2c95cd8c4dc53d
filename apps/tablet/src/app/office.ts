import { httpSyncClient, type SyncClient } from '@huhudao/outbox';
import type { Transport } from '@huhudao/protocol';
import type { PersonDatabase } from '../local/person.database.ts';
import type { Vault } from '../local/vault.ts';
import { ownTickets, type OwnTickets } from './own-tickets.ts';
import { maySendPhotos } from './photo-sending.ts';

/** What one person's store asks of the office. Practice has one that is in the app and answers to nobody. */
export type Office = {
  readonly client: SyncClient;
  readonly tickets: (database: PersonDatabase, vault: Vault) => OwnTickets;
  /** Whether photos may leave at this moment. */
  readonly mayUpload: () => boolean;
};

/** The office itself, over the network. */
export const officeOver = (transport: Transport): Office => ({
  client: httpSyncClient(transport),
  tickets: (database, vault) => ownTickets(database, vault, transport),
  mayUpload: maySendPhotos,
});
