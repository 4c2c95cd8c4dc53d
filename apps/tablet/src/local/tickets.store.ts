import type { PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';
import type { Draft } from './work.types.ts';
import { lockDraft } from './work.store.ts';

/** A single-use ticket for answering on one's own phone, as it waits on the tablet. */
export type Ticket = {
  token: string;
  /** Makes the proofs in the link; never leaves the tablet. */
  key: string;
  /** Where residents reach the server, without a trailing slash. */
  origin: string;
};

export type Pool = { streetId: string; roundId: string };

export type TicketStore = {
  /** How many of a round may be used on a day (Asia/Shanghai). */
  count(roundId: string, today: string): Promise<number>;
  add(pool: Pool, expiresOn: string, tickets: readonly Ticket[]): Promise<void>;
  /** Forgets what is too old, and what belongs to rounds other than these. */
  tidy(roundIds: readonly string[], today: string): Promise<void>;
  /**
   * Takes one ticket of a round and writes the draft it goes into: both or neither, so that a ticket is never shown
   * before it is spent. Undefined where none is left.
   */
  spend(
    roundId: string,
    today: string,
    draftWith: (ticket: Ticket) => Promise<Draft>,
  ): Promise<Draft | undefined>;
};

export function ticketStore(database: PersonDatabase, vault: Vault): TicketStore {
  const { tickets, drafts } = database;
  const good = async (roundId: string, today: string) =>
    (await tickets.where('roundId').equals(roundId).toArray()).filter((row) => row.expiresOn >= today);

  return {
    count: async (roundId, today) => (await good(roundId, today)).length,
    add: async ({ streetId, roundId }, expiresOn, added) => {
      const rows = await Promise.all(
        added.map(async (ticket) => {
          const id = crypto.randomUUID();
          return { id, streetId, roundId, expiresOn, content: await vault.lock('ticket', id, ticket) };
        }),
      );
      await tickets.bulkAdd(rows);
    },
    tidy: async (roundIds, today) => {
      await tickets.filter((row) => row.expiresOn < today || !roundIds.includes(row.roundId)).delete();
    },
    spend: async (roundId, today, draftWith) => {
      for (const row of await good(roundId, today)) {
        const draft = await draftWith(await vault.unlock<Ticket>('ticket', row.id, row.content));
        const locked = await lockDraft(vault, draft);
        const spent = await database.transaction('rw', [tickets, drafts], async () => {
          // Another tab may have been quicker.
          if ((await tickets.get(row.id)) === undefined) return false;
          await tickets.delete(row.id);
          await drafts.put(locked);
          return true;
        });
        if (spent) return draft;
      }
      return undefined;
    },
  };
}
