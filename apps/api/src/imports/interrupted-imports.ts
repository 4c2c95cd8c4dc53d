import type { Deps } from '../http/deps.ts';
import { closeNewAreas, type CloseEmptyAreas } from './close-new-areas.ts';
import { listStreets, listWithNewAreas, markInterrupted } from './imports.queries.ts';

/** The program itself. */
const nobody = { personId: null, deviceId: null };

/**
 * To be called at every start, before requests are answered: an import that was being read or applied when the
 * program stopped has come to nothing, and says so; the areas it brought are closed.
 */
export async function failInterruptedImports(deps: Deps, closeEmptyAreas: CloseEmptyAreas): Promise<void> {
  for (const { streetId } of await listStreets(deps.sql)) {
    await markInterrupted(deps.sql, streetId, { code: 'importInterrupted', details: {} });
    for (const { id: importId } of await listWithNewAreas(deps.sql, streetId))
      await closeNewAreas(deps, nobody, { streetId, importId }, closeEmptyAreas);
  }
}
