/** Takes the good rows of an import over into the register. Everything is prepared before the street is locked. */
import { Problem } from '@huhudao/protocol';
import type { Db } from '@huhudao/db';
import type { Actor, Deps } from '../../http/deps.ts';
import { inStreet } from '../../http/transaction.ts';
import type { ImportName } from '../import-jobs.ts';
import { Progress } from '../progress.ts';
import { communityIdsOf, findStoredFile } from '../read-import.ts';
import { readRoster } from '../read-roster.ts';
import { addMissingAreas, type AddArea } from './add-areas.ts';
import { placeRows } from './places.ts';
import { planChanges } from './plan-changes.ts';
import { readRegister } from './register.ts';
import { writeChanges, type PreparedChanges } from './write-changes.ts';

/** @throws Problem for a file that cannot be taken with its settings, with nothing written */
export async function applyImport(
  deps: Deps,
  actor: Actor,
  name: ImportName,
  { addArea }: { addArea: AddArea },
): Promise<void> {
  const { streetId, importId } = name;
  const progress = new Progress(deps, streetId, importId);
  // Reading it once more is the first half of the work, writing the second.
  const found = await readRoster(deps, await findStoredFile(deps, name), {
    onProgress: ({ done, total }) => progress.tell(Math.floor(done / 2), total),
  });
  if (!found.ok) throw new Problem(found.failure.code, found.failure.details);
  if ('failure' in found.value) throw new Problem(found.value.failure.code, found.value.failure.details);
  const { plan } = found.value;
  const { places, newAreaIds } = await addMissingAreas(deps, actor, { ...name, addArea }, plan.rows);
  const rows = placeRows(places, plan.rows);
  const prepare = async (db: Db): Promise<PreparedChanges> => {
    const register = await readRegister(db, streetId, communityIdsOf(places, plan));
    return { changes: await planChanges(register, plan, rows), mark: register.mark };
  };
  await inStreet(deps, streetId, actor, writeChanges, {
    importId,
    prepared: await prepare(deps.sql),
    prepareAgain: async (tx) => prepare(tx.sql),
    newAreaIds,
    left: plan.counts.rejected + plan.counts.waiting,
    onProgress: (households) =>
      progress.tell(Math.floor((plan.counts.rows + households) / 2), plan.counts.rows),
  });
  await progress.told();
}
