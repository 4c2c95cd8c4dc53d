import type { Deps } from '../http/deps.ts';
import { forgottenBefore } from './imports.commands.ts';
import { forgetFiles, listStreets } from './imports.queries.ts';

/** Forgets the files nobody came back to, in every street. To be called every hour: a limit of days is kept to the day. */
export async function forgetOldFiles({ sql, now }: Pick<Deps, 'sql' | 'now'>): Promise<void> {
  for (const { streetId } of await listStreets(sql)) await forgetFiles(sql, streetId, forgottenBefore(now()));
}
