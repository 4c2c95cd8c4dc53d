import { Problem } from '@huhudao/protocol';
import type { Deps } from './deps.ts';
import { readEpoch } from './epoch.queries.ts';

const known = new WeakMap<Deps, string>();

/** The installation's epoch; it changes only while the server is down, by a restore. @throws Problem unavailable */
export async function epochOf(deps: Deps): Promise<string> {
  const remembered = known.get(deps);
  if (remembered !== undefined) return remembered;
  const [row] = await readEpoch(deps.sql);
  if (row === undefined) throw new Problem('unavailable');
  known.set(deps, row.epoch);
  return row.epoch;
}

/** To be called when the installation has begun anew. */
export function forgetEpoch(deps: Deps): void {
  known.delete(deps);
}
