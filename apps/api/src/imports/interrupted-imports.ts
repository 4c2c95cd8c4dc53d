import type { Deps } from '../http/deps.ts';
import { forgottenBefore } from './imports.commands.ts';
import { forgetFiles, listStreets, markInterrupted } from './imports.queries.ts';

/**
 * To be called at every start, before requests are answered: an import that was being read or applied when the
 * program stopped has come to nothing, and says so. Files nobody came back to are forgotten.
 */
export async function failInterruptedImports({ sql, now }: Pick<Deps, 'sql' | 'now'>): Promise<void> {
  for (const { streetId } of await listStreets(sql)) {
    await markInterrupted(sql, streetId, { code: 'importInterrupted', details: {} });
    await forgetFiles(sql, streetId, forgottenBefore(now()));
  }
}
