import * as protocol from '@huhudao/protocol';
import { newId, Problem, type ImportSettings, type ImportView } from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import type { Deps } from '../http/deps.ts';
import type { Place } from '../http/gate.ts';
import { localeOf } from '../http/problems.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { applyImport, type AreaHands } from './apply/apply-import.ts';
import { hotlineRoutes } from './hotline/hotline.routes.ts';
import { ImportJobs } from './import-jobs.ts';
import * as commands from './imports.commands.ts';
import * as queries from './imports.queries.ts';
import * as problems from './problems.queries.ts';
import { readImport } from './read-import.ts';
import { rejectedFile } from './rejected-file.ts';
import { undoImport } from './undo/undo-import.ts';

/** A roster is a street's, whichever of its communities it names. @throws Problem notFound for any other area */
function streetOf({ area }: Place): string {
  if (area.kind !== 'street') throw new Problem('notFound');
  return area.id;
}

/** @throws Problem notFound */
async function find(deps: Deps, streetId: string, importId: string): Promise<ImportView> {
  const [one] = await queries.findImport(deps.sql, streetId, importId);
  if (one === undefined) throw new Problem('notFound');
  return one;
}

/** @throws Problem notFound where the community is not one of the street */
function checkSettings(place: Place, { communityId }: ImportSettings): void {
  if (communityId !== undefined && !place.communityIds.includes(communityId)) throw new Problem('notFound');
}

/** @throws Problem that says why no row can be taken */
function checkApplicable({ preview, problem }: ImportView): void {
  if (preview === null) throw new Problem('importStateWrong');
  if (preview.missing.length > 0)
    throw new Problem('importColumnsMissing', { columns: preview.missing.join(', ') });
  if (preview.good === 0)
    throw new Problem('importNothingToTake', problem === null ? {} : { because: problem.code });
}

/** Signs a name cannot hold are left out, so that it can be stored and shown. */
const tidyFileName = (name: string): string => name.replaceAll(/\p{Cc}/gu, '').trim() || 'file';

const reading = (jobs: ImportJobs) => [
  route(protocol.uploadRoster, async ({ deps, actor, body, ...place }) => {
    const streetId = streetOf(place);
    const importId = newId();
    const upload = { importId, fileName: tidyFileName(body.name), bytes: body.bytes };
    await inStreet(deps, streetId, actor, commands.storeUpload, upload);
    const name = { streetId, importId };
    jobs.start(deps, name, async () => readImport(deps, name, null));
    return find(deps, streetId, importId);
  }),

  route(protocol.listImports, async ({ deps, ...place }) => queries.listImports(deps.sql, streetOf(place))),

  route(protocol.readImport, async ({ deps, params, ...place }) =>
    find(deps, streetOf(place), params.importId),
  ),

  route(protocol.listImportProblems, async ({ deps, params, query, ...place }) => {
    const { id } = await find(deps, streetOf(place), params.importId);
    const { severity = null } = query;
    const [counted, items] = await Promise.all([
      problems.countProblems(deps.sql, streetOf(place), id, severity),
      problems.listProblems(deps.sql, streetOf(place), id, severity, query),
    ]);
    return { total: must(counted[0], 'the count').count, items };
  }),

  route(protocol.changeImport, async ({ deps, actor, params, body, ...place }) => {
    const streetId = streetOf(place);
    checkSettings(place, body);
    const former = await find(deps, streetId, params.importId);
    const input = { importId: params.importId, settings: body };
    await inStreet(deps, streetId, actor, commands.changeSettings, input);
    const name = { streetId, importId: params.importId };
    jobs.start(deps, name, async () => readImport(deps, name, former.settings));
    return find(deps, streetId, params.importId);
  }),
];

const deciding = (jobs: ImportJobs, wiring: AreaHands) => [
  route(protocol.applyImport, async ({ deps, actor, params, ...place }) => {
    const streetId = streetOf(place);
    const name = { streetId, importId: params.importId };
    checkApplicable(await find(deps, streetId, params.importId));
    await inStreet(deps, streetId, actor, commands.confirmImport, { importId: params.importId });
    jobs.start(deps, name, async () => applyImport(deps, actor, name, wiring));
    return find(deps, streetId, params.importId);
  }),

  route(protocol.discardImport, async ({ deps, actor, params, ...place }) => {
    const { id: importId } = await find(deps, streetOf(place), params.importId);
    await inStreet(deps, streetOf(place), actor, commands.discardImport, { importId });
    return undefined;
  }),

  route(protocol.undoImport, async ({ deps, actor, params, ...place }) => {
    const name = { streetId: streetOf(place), importId: params.importId };
    await find(deps, name.streetId, name.importId);
    // In turn with the others: none may be using an area that this one is about to close.
    await jobs.inTurn(async () => undoImport(deps, actor, name, wiring));
    return find(deps, name.streetId, name.importId);
  }),

  route(protocol.downloadRejected, async ({ deps, params, context, ...place }) =>
    rejectedFile(deps, { streetId: streetOf(place), importId: params.importId }, localeOf(context)),
  ),
];

export const importRoutes = (wiring: AreaHands) => {
  const jobs = new ImportJobs();
  return [...reading(jobs), ...deciding(jobs, wiring), ...hotlineRoutes];
};
