/** Takes the good rows of an import over into the register. Everything is prepared before the street is locked. */
import { Problem } from '@huhudao/protocol';
import type { Db } from '@huhudao/db';
import { describeError } from '../../http/describe-error.ts';
import type { Actor, Deps } from '../../http/deps.ts';
import { inStreet } from '../../http/transaction.ts';
import { closeNewAreas, type CloseEmptyAreas } from '../close-new-areas.ts';
import type { ImportName } from '../import-jobs.ts';
import { Progress } from '../progress.ts';
import { communityIdsOf, findStoredFile } from '../read-import.ts';
import { readRoster } from '../read-roster.ts';
import type { RosterPlan } from '../roster/roster.ts';
import { addMissingAreas, type AddArea } from './add-areas.ts';
import { placeRows, type Places } from './places.ts';
import { planChanges } from './plan-changes.ts';
import { readRegister } from './register.ts';
import { writeChanges, type PreparedChanges } from './write-changes.ts';
import { analyzeRegister } from './write-changes.queries.ts';

export type AreaHands = { addArea: AddArea; closeEmptyAreas: CloseEmptyAreas };

/** @throws Problem for a file that cannot be taken with its settings; whatever fails, nothing stays written */
export async function applyImport(
  deps: Deps,
  actor: Actor,
  name: ImportName,
  { addArea, closeEmptyAreas }: AreaHands,
): Promise<void> {
  const progress = new Progress(deps, name.streetId, name.importId);
  const plan = await readPlan(deps, name, progress);
  try {
    const places = await addMissingAreas(deps, actor, { ...name, addArea }, plan.rows);
    await write(deps, actor, name, plan, places, progress);
  } catch (error) {
    await closeNewAreas(deps, actor, name, closeEmptyAreas).catch((another: unknown) =>
      // The next start does it.
      deps.log.error({ error: describeError(another), importId: name.importId }, 'areas of an import stay'),
    );
    throw error;
  }
  // What was written stays written; without new statistics the first readers would wait for bad plans.
  await analyzeRegister(deps.sql).catch((error: unknown) =>
    deps.log.error({ error: describeError(error), importId: name.importId }, 'register not analyzed'),
  );
  await progress.told();
}

/** Reading it once more is the first half of the work, writing the second. */
async function readPlan(deps: Deps, name: ImportName, progress: Progress): Promise<RosterPlan> {
  const found = await readRoster(deps, await findStoredFile(deps, name), {
    onProgress: ({ done, total }) => progress.tell(Math.floor(done / 2), total),
  });
  if (!found.ok) throw new Problem(found.failure.code, found.failure.details);
  if ('failure' in found.value) throw new Problem(found.value.failure.code, found.value.failure.details);
  return found.value.plan;
}

async function write(
  deps: Deps,
  actor: Actor,
  { streetId, importId }: ImportName,
  plan: RosterPlan,
  places: Places,
  progress: Progress,
): Promise<void> {
  const rows = placeRows(places, plan.rows);
  const prepare = async (db: Db): Promise<PreparedChanges> => {
    const register = await readRegister(db, streetId, communityIdsOf(places, plan));
    return { changes: await planChanges(register, plan, rows), mark: register.mark };
  };
  await inStreet(deps, streetId, actor, writeChanges, {
    importId,
    prepared: await prepare(deps.sql),
    prepareAgain: async (tx) => prepare(tx.sql),
    left: plan.counts.rejected + plan.counts.waiting,
    onProgress: (households) =>
      progress.tell(Math.floor((plan.counts.rows + households) / 2), plan.counts.rows),
  });
}
