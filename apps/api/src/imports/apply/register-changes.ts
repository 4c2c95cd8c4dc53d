/** What an import would do to the register. Plain data, made before anything is locked. */
import type {
  BuildingRow,
  CompoundRow,
  HouseholdRow,
  ResidentRow,
  StairwellRow,
} from './register.queries.ts';

/** The fields a change replaces, as they were. */
export type Before = Record<string, string | number | null>;

export type NewBuilding = BuildingRow & { communityId: string; position: number };
export type NewStairwell = StairwellRow & { communityId: string; position: number };
export type NewHousehold = HouseholdRow & { communityId: string };

export type ChangedBuilding = { id: string; gridId: string; before: Before };
/** Also named where only its resident changes: its tablets have to hear of that. */
export type ChangedHousehold = Omit<HouseholdRow, 'stairwellId' | 'room'> & { before: Before };
export type ChangedResident = Omit<ResidentRow, 'householdId'> & { before: Before };

export type RegisterChanges = {
  compounds: CompoundRow[];
  buildings: NewBuilding[];
  stairwells: NewStairwell[];
  households: NewHousehold[];
  /** Of new households and of known ones that had none. */
  residents: ResidentRow[];
  changedBuildings: ChangedBuilding[];
  changedHouseholds: ChangedHousehold[];
  changedResidents: ChangedResident[];
  /** Households that are as the roster says already. */
  unchanged: number;
};

export const countsOf = ({ households, changedHouseholds, unchanged }: RegisterChanges) => ({
  added: households.length,
  changed: changedHouseholds.length,
  unchanged,
});
