import type { PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';
import type { Draft, HeldWork, OwnRecord } from './work.types.ts';

/** Drafts, held work and what was recorded on this tablet. Every promise resolves once the write is on the disk. */
export type WorkStore = {
  drafts(): Promise<Draft[]>;
  putDraft(draft: Draft): Promise<void>;
  dropDraft(id: string): Promise<void>;
  held(): Promise<HeldWork[]>;
  /** Saves work that can still be taken back. */
  hold(work: HeldWork): Promise<void>;
  /** Takes held work back: false where it was frozen meanwhile and cannot be taken back any more. */
  takeBack(id: string): Promise<boolean>;
  /** What was recorded here and is not known yet. */
  ownBeside(known: ReadonlySet<string>): Promise<OwnRecord[]>;
};

export function workStore(database: PersonDatabase, vault: Vault): WorkStore {
  const { drafts, held, own } = database;
  return {
    drafts: async () =>
      Promise.all((await drafts.toArray()).map((row) => vault.unlock<Draft>('draft', row.id, row.content))),
    putDraft: async (draft) => {
      await drafts.put({ id: draft.id, content: await vault.lock('draft', draft.id, draft) });
    },
    dropDraft: (id) => drafts.delete(id),
    held: async () =>
      Promise.all((await held.toArray()).map((row) => vault.unlock<HeldWork>('held', row.id, row.content))),
    hold: async (work) => {
      await held.add({ id: work.id, content: await vault.lock('held', work.id, work) });
    },
    takeBack: (id) =>
      database.transaction('rw', held, async () => {
        const there = (await held.get(id)) !== undefined;
        await held.delete(id);
        return there;
      }),
    ownBeside: async (known) => {
      const ids = (await own.toCollection().primaryKeys()).filter((id) => !known.has(id));
      const rows = (await own.bulkGet(ids)).filter((row) => row !== undefined);
      return Promise.all(rows.map((row) => vault.unlock<OwnRecord>('own', row.id, row.content)));
    },
  };
}
