/** From a stored file and the caller's settings to the roster in it. */
import { rosterFields, type ImportSettings } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import type { FileFailure, Outcome } from '../spreadsheets/reading/file-failure.ts';
import { readSpreadsheet } from '../spreadsheets/reading/read-spreadsheet.ts';
import { describeRoster } from './roster/describe-roster.ts';
import { planRoster, type PlanOptions } from './roster/plan-roster.ts';
import type { RosterChoices, RosterPlan, RosterTable } from './roster/roster.ts';

export type StoredFile = { fileName: string; file: Uint8Array; settings: ImportSettings };

/** A table that was found, with its plan or the reason why none of its rows can be taken. */
export type FoundRoster =
  | { table: RosterTable; plan: RosterPlan }
  | { table: RosterTable; failure: FileFailure };

/** Reads the file whole each time: the same bytes and settings always give the same plan. */
export async function readRoster(
  deps: Deps,
  { fileName, file, settings }: StoredFile,
  options: PlanOptions = {},
): Promise<Outcome<FoundRoster>> {
  const read = await readSpreadsheet(file, { fileName });
  if (!read.ok) return read;
  const choices = choicesOf(deps, settings);
  const planned = await planRoster(read.value, choices, options);
  if (planned.ok) return { ok: true, value: { table: planned.value.table, plan: planned.value } };
  const described = await describeRoster(read.value, choices);
  if (!described.ok) return described;
  return { ok: true, value: { table: described.value, failure: planned.failure } };
}

/** Where columns were matched by hand, a field without a column is one the file does not have. */
function choicesOf(
  deps: Deps,
  { sheet, columns, communityId, occupancyWords }: ImportSettings,
): RosterChoices {
  const community = communityId === undefined ? undefined : deps.areas.get(communityId)?.name;
  const byHand = columns && Object.fromEntries(rosterFields.map((field) => [field, columns[field] ?? null]));
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(byHand === undefined ? {} : { columns: byHand }),
    ...(community === undefined ? {} : { community }),
    ...(occupancyWords === undefined ? {} : { occupancies: occupancyWords }),
  };
}
