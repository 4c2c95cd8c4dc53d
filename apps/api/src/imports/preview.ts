/** What the office sees of a roster before it is applied. */
import { rosterFields, type ImportView, type RosterField } from '@huhudao/protocol';
import { findMissing, type Places } from './apply/places.ts';
import type { FoundRoster } from './read-roster.ts';
import type { RejectedRows } from './imports.queries.ts';
import type { RosterPlan, RosterTable } from './roster/roster.ts';

type Preview = NonNullable<ImportView['preview']>;

/** `changes` is what applying would do to the register. */
export function previewOf(found: FoundRoster, places: Places, changes: Preview['changes']): Preview {
  const { table } = found;
  const { headers, sample } = acrossColumns(table);
  const columns = Object.fromEntries(
    table.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index]])),
  );
  const shown = {
    sheets: table.sheets.map(({ name }) => name),
    sheet: table.sheet,
    headers,
    columns,
    sample,
  };
  if (!('plan' in found))
    return { ...shown, ...nothing, rows: table.rows, missing: missingIn(found), changes };
  const { plan } = found;
  return {
    ...shown,
    missing: [],
    rows: plan.counts.rows,
    good: plan.counts.taken,
    warnings: plan.counts.warned,
    rejected: plan.counts.rejected,
    asking: plan.counts.waiting,
    unknownOccupancies: plan.questions,
    communities: communitiesOf(plan, places),
    newGrids: findMissing(places, plan.rows).grids,
    changes,
  };
}

const nothing = {
  good: 0,
  warnings: 0,
  rejected: 0,
  asking: 0,
  unknownOccupancies: [],
  communities: [],
  newGrids: [],
};

/** Titles and cells by column number; the table leaves out columns that hold nothing. */
function acrossColumns({ columns, preview }: RosterTable): Pick<Preview, 'headers' | 'sample'> {
  const width = columns.reduce((widest, { index }) => Math.max(widest, index + 1), 0);
  const spread = (cells: readonly (string | undefined)[]) => {
    const row = Array<string>(width).fill('');
    columns.forEach(({ index }, at) => (row[index] = cells[at] ?? ''));
    return row;
  };
  return {
    headers: spread(columns.map(({ header }) => header)),
    sample: preview.map(({ cells }) => spread(cells)),
  };
}

function missingIn(found: Extract<FoundRoster, { failure: unknown }>): RosterField[] {
  if (found.failure.code !== 'importColumnsMissing') return [];
  const named = new Set(found.failure.details.columns.split(', '));
  return rosterFields.filter((field) => named.has(field));
}

function communitiesOf(plan: RosterPlan, places: Places): Preview['communities'] {
  const rows = Map.groupBy(plan.rows, ({ community }) => community);
  return [...rows].map(([name, its]) => ({ name, known: places.communities.has(name), rows: its.length }));
}

/** What is kept of rows that are not taken, for the office to mend. */
export function rejectedOf({ table, returned }: RosterPlan): RejectedRows {
  const columns = table.columns.map(({ letter, header, private: kind }) => ({
    letter,
    header,
    private: kind,
  }));
  return { columns, rows: returned };
}
