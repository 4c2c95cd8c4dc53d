/** The register of some communities, as an import finds it. */
import type { Db } from '@huhudao/db';
import { must } from '@huhudao/domain';
import * as queries from './register.queries.ts';

export type Register = {
  compounds: queries.CompoundRow[];
  buildings: queries.BuildingRow[];
  stairwells: queries.StairwellRow[];
  households: queries.HouseholdRow[];
  residents: queries.ResidentRow[];
  /** Equal marks mean an equal register. */
  mark: string;
};

export async function readMark(db: Db, streetId: string): Promise<string> {
  const [row] = await queries.readRegisterMark(db, streetId);
  return must(row, 'the mark').mark;
}

/** The mark is read first: should somebody write meanwhile, it is the older one, and the register is read again. */
export async function readRegister(
  db: Db,
  streetId: string,
  communityIds: readonly string[],
): Promise<Register> {
  const mark = await readMark(db, streetId);
  const [compounds, buildings, stairwells, households, residents] = await Promise.all([
    queries.listCompounds(db, streetId, communityIds),
    queries.listBuildings(db, streetId, communityIds),
    queries.listStairwells(db, streetId, communityIds),
    queries.listHouseholds(db, streetId, communityIds),
    queries.listResidents(db, streetId, communityIds),
  ]);
  return { compounds, buildings, stairwells, households, residents, mark };
}
