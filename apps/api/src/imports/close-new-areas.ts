/** Closes the areas that were added for an import which came to nothing or was undone. */
import type { Actor, Deps } from '../http/deps.ts';
import { onPlatform, platformCommand, type PlatformTx } from '../http/transaction.ts';
import type { ImportName } from './import-jobs.ts';
import { listUnusedAreas, noteNewAreas } from './imports.queries.ts';

/** Given by the areas concept: closes those of the areas that nobody works in; answers which. */
export type CloseEmptyAreas = (tx: PlatformTx, ids: readonly string[]) => Promise<string[]>;

type Input = { importId: string; areaIds: readonly string[]; closeEmptyAreas: CloseEmptyAreas };

const closeAreas = platformCommand({
  action: 'import.areasClosed',
  subject: ({ importId }: Input, closed: string[]) => ({ importId, areaIds: closed }),
  run: async (tx, { areaIds, closeEmptyAreas }) => closeEmptyAreas(tx, areaIds),
});

/** No import may be using the areas meanwhile: in turn with the others, or before requests are answered. */
export async function closeNewAreas(
  deps: Deps,
  actor: Actor,
  { streetId, importId }: ImportName,
  closeEmptyAreas: CloseEmptyAreas,
): Promise<void> {
  const areaIds = (await listUnusedAreas(deps.sql, streetId, importId)).map(({ id }) => id);
  if (areaIds.length > 0) {
    await onPlatform(deps, actor, closeAreas, { importId, areaIds, closeEmptyAreas });
    deps.areas.forget();
  }
  await noteNewAreas(deps.sql, streetId, importId, []);
}
