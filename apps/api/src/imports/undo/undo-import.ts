/** Undoes an import whole: the register is as it was before, and so are the areas where nothing else has come to use them. */
import { must } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import type { Actor, Deps } from '../../http/deps.ts';
import {
  inStreet,
  onPlatform,
  platformCommand,
  streetCommand,
  type PlatformTx,
} from '../../http/transaction.ts';
import type { ImportName } from '../import-jobs.ts';
import * as queries from './undo-import.queries.ts';

/** Given by the areas concept: closes those of the areas that nobody works in; answers which. */
export type CloseEmptyAreas = (tx: PlatformTx, ids: readonly string[]) => Promise<string[]>;

type Undone = { removed: number; restored: number; termsEnded: number; leftAreaIds: string[] };

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
    await queries.deleteStairwells(sql, streetId, importId);
    await queries.deleteBuildings(sql, streetId, importId);
    await queries.deleteCompounds(sql, streetId, importId);
    const leftAreaIds = (await queries.listLeftAreas(sql, streetId, importId)).map(({ id }) => id);
    await queries.deleteLog(sql, streetId, importId);
    return { removed: removed.count, restored: restored.count, termsEnded: terms.count, leftAreaIds };
  },
});

type CloseInput = { importId: string; areaIds: readonly string[]; closeEmptyAreas: CloseEmptyAreas };

const closeAreas = platformCommand({
  action: 'import.areasClosed',
  subject: ({ importId }: CloseInput, closed: string[]) => ({ importId, areaIds: closed }),
  run: async (tx, { areaIds, closeEmptyAreas }) => closeEmptyAreas(tx, areaIds),
});

export async function undoImport(
  deps: Deps,
  actor: Actor,
  { streetId, importId }: ImportName,
  { closeEmptyAreas }: { closeEmptyAreas: CloseEmptyAreas },
): Promise<void> {
  const { leftAreaIds: areaIds } = await inStreet(deps, streetId, actor, undo, { importId });
  if (areaIds.length === 0) return;
  await onPlatform(deps, actor, closeAreas, { importId, areaIds, closeEmptyAreas });
  deps.areas.forget();
}
