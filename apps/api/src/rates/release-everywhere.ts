/** Looks in all streets whether rates may be released again; done every few seconds. */
import type { Deps } from '../http/deps.ts';
import { describeError } from '../http/describe-error.ts';
import { inStreet } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { dueReleases } from './release-round.ts';
import { releaseDueCells } from './releases.commands.ts';
import { listReleasable } from './releases.queries.ts';

const nobody = { personId: null, deviceId: null };

/** Releases what is due in all streets, and answers how many streets had something. A street that fails stops no other. */
export async function releaseEverywhere(deps: Deps, versions: VersionReader): Promise<number> {
  await deps.areas.refresh();
  let streets = 0;
  for (const { id, kind } of deps.areas.all()) {
    if (kind !== 'street') continue;
    try {
      if (await releaseStreet(deps, id, versions)) streets += 1;
    } catch (error) {
      deps.log.error({ streetId: id, error: describeError(error) }, 'releasing rates failed');
    }
  }
  return streets;
}

async function releaseStreet(deps: Deps, streetId: string, versions: VersionReader): Promise<boolean> {
  if (!(await isDue(deps, streetId, versions))) return false;
  await inStreet(deps, streetId, nobody, releaseDueCells, { versions });
  return true;
}

/** Asked without the street's lock first: most of the time there is nothing to do. */
async function isDue(deps: Deps, streetId: string, versions: VersionReader): Promise<boolean> {
  const at = deps.now().toISOString();
  for (const round of await listReleasable(deps.sql, streetId, null)) {
    const rows = await dueReleases({ db: deps.sql, streetId, round, versions, closing: false, at });
    if (rows.length > 0) return true;
  }
  return false;
}
