import { lockConcern } from './concerns.store.ts';
import type { PersonDatabase } from './person.database.ts';
import type { Vault } from './vault.ts';
import type { Draft, HeldWork, OwnRecord } from './work.types.ts';

/** Drafts, held work and what was recorded on this tablet. Every promise resolves once the write is on the disk. */
export type WorkStore = {
  drafts(): Promise<Draft[]>;
  putDraft(draft: Draft): Promise<void>;
  dropDraft(id: string): Promise<void>;
  held(): Promise<HeldWork[]>;
  /**
   * Saves work that can still be taken back, in place of the draft it finishes.
   * @throws Error where that draft, or the issue it reports, is not there any more: another tab has finished it.
   */
  hold(work: HeldWork): Promise<void>;
  /** Takes held work back: false where it was frozen meanwhile and cannot be taken back any more. */
  takeBack(id: string): Promise<boolean>;
  /** What was recorded here and is not known yet. */
  ownBeside(known: ReadonlySet<string>): Promise<OwnRecord[]>;
};

export function workStore(database: PersonDatabase, vault: Vault): WorkStore {
  const { drafts, concerns, held, own } = database;
  return {
    drafts: async () =>
      Promise.all((await drafts.toArray()).map((row) => vault.unlock<Draft>('draft', row.id, row.content))),
    putDraft: async (draft) => {
      await drafts.put(await lockDraft(vault, draft));
    },
    dropDraft: (id) => drafts.delete(id),
    held: async () =>
      Promise.all((await held.toArray()).map((row) => vault.unlock<HeldWork>('held', row.id, row.content))),
    hold: async (work) => {
      const { id, finishes, leaves, concern } = work;
      const row = { id, content: await vault.lock('held', id, work) };
      if (standsAlone(work)) return void (await held.add(row));
      const left = leaves === null ? null : await lockDraft(vault, leaves);
      await database.transaction('rw', [held, drafts, concerns], async () => {
        if (concern !== undefined) {
          if ((await concerns.get(concern.id)) === undefined) throw new Error('The issue is saved already');
          await concerns.delete(concern.id);
        }
        if (finishes !== null) {
          if ((await drafts.get(finishes.id)) === undefined) throw new Error('The draft is finished already');
          await drafts.delete(finishes.id);
        }
        if (left !== null) await drafts.put(left);
        await held.add(row);
      });
    },
    takeBack: async (id) => {
      const row = await held.get(id);
      if (row === undefined) return false;
      const { finishes, concern } = await vault.unlock<HeldWork>('held', id, row.content);
      const before = finishes === null ? null : await lockDraft(vault, finishes);
      const report = concern === undefined ? null : await lockConcern(vault, concern);
      return database.transaction('rw', [held, drafts, concerns], async () => {
        if ((await held.get(id)) === undefined) return false;
        await held.delete(id);
        if (before !== null) await drafts.put(before);
        if (report !== null) await concerns.put(report);
        return true;
      });
    },
    ownBeside: (known) => readOwnBeside(own, vault, known),
  };
}

async function readOwnBeside(
  own: PersonDatabase['own'],
  vault: Vault,
  known: ReadonlySet<string>,
): Promise<OwnRecord[]> {
  const ids = (await own.toCollection().primaryKeys()).filter((id) => !known.has(id));
  if (ids.length === 0) return [];
  const rows = (await own.bulkGet(ids)).filter((row) => row !== undefined);
  return Promise.all(rows.map((row) => vault.unlock<OwnRecord>('own', row.id, row.content)));
}

/** What is recorded in two taps: one write, without the wait for the other tables. */
const standsAlone = ({ finishes, leaves, concern }: HeldWork): boolean =>
  finishes === null && leaves === null && concern === undefined;

export async function lockDraft(vault: Vault, draft: Draft) {
  return { id: draft.id, content: await vault.lock('draft', draft.id, draft) };
}
