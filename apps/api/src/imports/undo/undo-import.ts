/** Undoes an import whole: the register is as it was before, and so are the areas where nothing else has come to use them. */
import { must } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import type { Actor, Deps } from '../../http/deps.ts';
import { inStreet, streetCommand } from '../../http/transaction.ts';
import { closeNewAreas, type CloseEmptyAreas } from '../close-new-areas.ts';
import type { ImportName } from '../import-jobs.ts';
import * as queries from './undo-import.queries.ts';

type Undone = { removed: number; restored: number; termsEnded: number };

/** @throws Problem importStateWrong, importOvertaken, importUndoBlocked */
const undo = streetCommand({
  action: 'import.undone',
  subject: ({ importId }: { importId: string }, { removed, restored, termsEnded }: Undone) => ({
    importId,
    removed,
    restored,
    termsEnded,
  }),
  run: async ({ sql, streetId, changeNumber, at }, { importId }): Promise<Undone> => {
    const marked = await queries.markUndone(sql, streetId, importId, at);
    if (marked.count === 0) throw new Problem('importStateWrong');
    const [later] = await queries.findLaterImport(sql, streetId, importId);
    if (later !== undefined) throw new Problem('importOvertaken');
    const [used] = await queries.countUsed(sql, streetId, importId);
    const { count } = must(used, 'the count');
    if (count > 0) throw new Problem('importUndoBlocked', { count });
    await queries.restoreBuildings(sql, streetId, importId);
    const restored = await queries.restoreHouseholds(sql, streetId, importId, changeNumber);
    await queries.restoreResidents(sql, streetId, importId);
    await queries.deleteResidents(sql, streetId, importId);
    const removed = await queries.deleteHouseholds(sql, streetId, importId);
    const terms = await queries.deleteTerms(sql, streetId, importId);
    await queries.deleteGroups(sql, streetId, importId);
    await queries.deleteStairwells(sql, streetId, importId);
    await queries.deleteBuildings(sql, streetId, importId);
    await queries.deleteCompounds(sql, streetId, importId);
    await queries.deleteLog(sql, streetId, importId);
    return { removed: removed.count, restored: restored.count, termsEnded: terms.count };
  },
});

export async function undoImport(
  deps: Deps,
  actor: Actor,
  name: ImportName,
  { closeEmptyAreas }: { closeEmptyAreas: CloseEmptyAreas },
): Promise<void> {
  await inStreet(deps, name.streetId, actor, undo, { importId: name.importId });
  await closeNewAreas(deps, actor, name, closeEmptyAreas);
}
