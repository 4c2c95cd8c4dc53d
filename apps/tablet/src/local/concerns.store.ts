import type { PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';
import type { ConcernDraft, HeldWork } from './work.types.ts';

/** Issues that are still being written. Every promise resolves once the write is on the disk. */
export type ConcernStore = {
  concerns(): Promise<ConcernDraft[]>;
  /**
   * Those and the ones that were just saved and can be taken back, as they are at one moment: an issue goes from one to the
   * other and back.
   */
  unfrozen(): Promise<ConcernDraft[]>;
  putConcern(draft: ConcernDraft): Promise<void>;
  dropConcern(id: string): Promise<void>;
};

export function concernStore(database: PersonDatabase, vault: Vault): ConcernStore {
  const { concerns, held } = database;
  return {
    concerns: async () =>
      Promise.all(
        (await concerns.toArray()).map((row) => vault.unlock<ConcernDraft>('concern', row.id, row.content)),
      ),
    unfrozen: async () => {
      const [written, saved] = await database.transaction('r', [concerns, held], () =>
        Promise.all([concerns.toArray(), held.toArray()]),
      );
      const drafts = written.map((row) => vault.unlock<ConcernDraft>('concern', row.id, row.content));
      const works = saved.map((row) => vault.unlock<HeldWork>('held', row.id, row.content));
      return [
        ...(await Promise.all(drafts)),
        ...(await Promise.all(works)).flatMap(({ concern }) => concern ?? []),
      ];
    },
    putConcern: async (draft) => {
      await concerns.put(await lockConcern(vault, draft));
    },
    dropConcern: (id) => concerns.delete(id),
  };
}

export async function lockConcern(vault: Vault, draft: ConcernDraft) {
  return { id: draft.id, content: await vault.lock('concern', draft.id, draft) };
}
