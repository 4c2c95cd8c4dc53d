/** Reads an uploaded roster and keeps what was found: the preview, its problems, the rows that cannot be taken. */
import type { Sql, Transaction } from '@huhudao/db';
import { Problem, type ImportSettings, type RowProblem } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { countsOf } from './apply/register-changes.ts';
import { findPlaces, placeRowsFor, type Places } from './apply/places.ts';
import { planChanges } from './apply/plan-changes.ts';
import { readRegister } from './apply/register.ts';
import type { ImportName } from './import-jobs.ts';
import * as queries from './imports.queries.ts';
import { previewOf, rejectedOf } from './preview.ts';
import { deleteProblems, insertProblems } from './problems.queries.ts';
import { Progress } from './progress.ts';
import { readRoster, type FoundRoster, type StoredFile } from './read-roster.ts';
import type { RosterPlan } from './roster/roster.ts';

/** @throws Problem notFound when the file is gone: the import was discarded meanwhile. */
export async function findStoredFile(deps: Deps, { streetId, importId }: ImportName): Promise<StoredFile> {
  const [row] = await queries.findFile(deps.sql, streetId, importId);
  if (row === undefined || row.file === null) throw new Problem('notFound');
  return { ...row, file: row.file };
}

/**
 * `former` are the settings of a preview that stands: should the new ones fit the file not at all, it goes on
 * standing.
 */
export async function readImport(deps: Deps, name: ImportName, former: ImportSettings | null): Promise<void> {
  const { streetId, importId } = name;
  const progress = new Progress(deps, streetId, importId);
  const stored = await findStoredFile(deps, name);
  const found = await readRoster(deps, stored, {
    onProgress: ({ done, total }) => progress.tell(done, total),
  });
  await progress.told();
  if (found.ok) return keep(deps, name, found.value);
  const { code, details } = found.failure;
  if (former === null) await queries.markFailed(deps.sql, streetId, importId, { code, details });
  else await queries.markNotReadAgain(deps.sql, streetId, importId, former, { code, details });
}

async function keep(deps: Deps, name: ImportName, found: FoundRoster): Promise<void> {
  await deps.areas.refresh();
  const places = findPlaces(deps.areas, name.streetId);
  const plan = 'plan' in found ? found.plan : null;
  const preview = previewOf(found, places, await countChanges(deps, name.streetId, places, plan));
  const read = {
    preview,
    problem: 'failure' in found && preview.missing.length === 0 ? problemOf(found.failure) : null,
    rejected: plan === null ? null : rejectedOf(plan),
  };
  // No head row is locked: no tablet pulls these tables, and nobody did this whom the audit should name.
  await deps.sql.begin(async (sql) => {
    const marked = await queries.markRead(sql, name.streetId, name.importId, read);
    if (marked.count > 0) await replaceProblems(sql, name, plan?.problems ?? []);
  });
}

const problemOf = ({ code, details }: queries.ImportProblem): queries.ImportProblem => ({ code, details });

async function countChanges(deps: Deps, streetId: string, places: Places, plan: RosterPlan | null) {
  if (plan === null) return { added: 0, changed: 0, unchanged: 0 };
  const register = await readRegister(deps.sql, streetId, communityIdsOf(places, plan));
  return countsOf(await planChanges(register, plan, placeRowsFor(places, plan.rows)));
}

/** The communities of a plan that are known. */
export function communityIdsOf(places: Places, { rows }: Pick<RosterPlan, 'rows'>): string[] {
  const names = new Set(rows.map(({ community }) => community));
  return [...places.communities].flatMap(([name, id]) => (names.has(name) ? [id] : []));
}

const chunk = 5000;

async function replaceProblems(
  sql: Sql | Transaction,
  { streetId, importId }: ImportName,
  problems: RosterPlan['problems'],
): Promise<void> {
  await deleteProblems(sql, streetId, importId);
  for (let from = 0; from < problems.length; from += chunk) {
    const rows = problems
      .slice(from, from + chunk)
      .map(({ row, column, code, severity, details }): RowProblem => ({
        row,
        column,
        code,
        severity,
        details,
      }));
    await insertProblems(sql, streetId, importId, from, rows);
  }
}
