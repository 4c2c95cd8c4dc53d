import { Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../../http/transaction.ts';
import { readMark } from './register.ts';
import { countsOf, type RegisterChanges } from './register-changes.ts';
import * as queries from './write-changes.queries.ts';

/** Changes, and the mark of the register they were found with. */
export type PreparedChanges = { changes: RegisterChanges; mark: string };

export type WriteInput = {
  importId: string;
  prepared: PreparedChanges;
  /** Prepares once more, for the case that somebody changed the register meanwhile. */
  prepareAgain: (tx: StreetTx) => Promise<PreparedChanges>;
  /** Rows of the roster that were not taken. */
  left: number;
  onProgress: (households: number) => void;
};

export type WriteResult = { added: number; changed: number; unchanged: number; left: number };

/** Rows a statement: a few megabytes at most. */
const chunk = 2000;

/** Writes an import into the register, and into its log what was there before. */
export const writeChanges = streetCommand({
  action: 'import.applied',
  subject: ({ importId }: WriteInput, result: WriteResult) => ({ importId, ...result }),
  run: async (tx, input) => {
    const { changes } =
      (await readMark(tx.sql, tx.streetId)) === input.prepared.mark
        ? input.prepared
        : await input.prepareAgain(tx);
    await writeNew(tx, changes, input.onProgress);
    await writeChanged(tx, changes);
    await writeLog(tx, input.importId, logOf(changes));
    const result = { ...countsOf(changes), left: input.left };
    const marked = await queries.markApplied(tx.sql, tx.streetId, input.importId, tx.at, result);
    if (marked.count === 0) throw new Problem('importStateWrong');
    return result;
  },
});

async function writeNew(
  { sql, streetId, changeNumber }: StreetTx,
  { compounds, buildings, stairwells, households, residents }: RegisterChanges,
  onProgress: (households: number) => void,
): Promise<void> {
  await inChunks(compounds, (rows) => queries.insertCompounds(sql, streetId, rows));
  await inChunks(buildings, (rows) => queries.insertBuildings(sql, streetId, rows));
  await inChunks(stairwells, (rows) => queries.insertStairwells(sql, streetId, rows));
  await inChunks(households, async (rows, from) => {
    await queries.insertHouseholds(sql, streetId, rows, changeNumber);
    onProgress(from + rows.length);
  });
  await inChunks(residents, (rows) => queries.insertResidents(sql, streetId, rows));
}

async function writeChanged(
  { sql, streetId, changeNumber }: StreetTx,
  { changedBuildings, changedHouseholds, changedResidents }: RegisterChanges,
): Promise<void> {
  await inChunks(changedBuildings, (rows) => queries.updateBuildings(sql, streetId, rows));
  await inChunks(changedHouseholds, (rows) => queries.updateHouseholds(sql, streetId, rows, changeNumber));
  await inChunks(changedResidents, (rows) => queries.updateResidents(sql, streetId, rows));
}

async function writeLog(
  { sql, streetId }: StreetTx,
  importId: string,
  log: readonly queries.LoggedChange[],
): Promise<void> {
  await inChunks(log, (rows, from) => queries.insertLog(sql, streetId, importId, from, rows));
}

/** What people decide about a household as well as rosters do. */
const decidable = ({ occupancy, note }: { occupancy: string; note: string | null }) => ({ occupancy, note });

function logOf(changes: RegisterChanges): queries.LoggedChange[] {
  type Entity = queries.LoggedChange['entity'];
  const added = (entity: Entity, rows: readonly { id: string }[]) =>
    rows.map(({ id }) => ({ entity, entityId: id, before: null, after: null }));
  const changed = (entity: Entity, rows: readonly { id: string; before: queries.LoggedChange['before'] }[]) =>
    rows.map(({ id, before }) => ({ entity, entityId: id, before, after: null }));
  return [
    ...added('compound', changes.compounds),
    ...added('building', changes.buildings),
    ...added('stairwell', changes.stairwells),
    ...changes.households.map((row) => ({
      ...{ entity: 'household' as const, entityId: row.id },
      before: null,
      after: decidable(row),
    })),
    ...added('resident', changes.residents),
    ...changed('building', changes.changedBuildings),
    ...changes.changedHouseholds.map((row) => ({
      ...{ entity: 'household' as const, entityId: row.id },
      before: row.before,
      after: decidable(row),
    })),
    ...changed('resident', changes.changedResidents),
  ];
}

async function inChunks<Row>(
  rows: readonly Row[],
  write: (rows: Row[], from: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) await write(rows.slice(from, from + chunk), from);
}
