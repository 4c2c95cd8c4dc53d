import type { PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';
import type { ConcernDraft } from './work.types.ts';

/** Issues that are still being written. Every promise resolves once the write is on the disk. */
export type ConcernStore = {
  concerns(): Promise<ConcernDraft[]>;
  putConcern(draft: ConcernDraft): Promise<void>;
  dropConcern(id: string): Promise<void>;
};

export function concernStore({ concerns }: PersonDatabase, vault: Vault): ConcernStore {
  return {
    concerns: async () =>
      Promise.all(
        (await concerns.toArray()).map((row) => vault.unlock<ConcernDraft>('concern', row.id, row.content)),
      ),
    putConcern: async (draft) => {
      await concerns.put(await lockConcern(vault, draft));
    },
    dropConcern: (id) => concerns.delete(id),
  };
}

export async function lockConcern(vault: Vault, draft: ConcernDraft) {
  return { id: draft.id, content: await vault.lock('concern', draft.id, draft) };
}
