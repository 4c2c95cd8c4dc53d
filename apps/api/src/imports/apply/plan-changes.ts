/**
 * Compares a roster with the register. What the roster says replaces what the register said; what it leaves blank,
 * or has no column for, stays. A household the roster does not name stays as it is.
 */
import { setImmediate } from 'node:timers/promises';
import { newId, type RosterField } from '@huhudao/protocol';
import { initialsOf } from '../../text/initials.ts';
import type { RosterPlan, RosterRow } from '../roster/roster.ts';
import { placeDoor } from './door-place.ts';
import type { Register } from './register.ts';
import type { Before, NewBuilding, RegisterChanges } from './register-changes.ts';
import type { HouseholdRow, ResidentRow } from './register.queries.ts';

/** A row whose community and grid are known by id. */
export type PlacedRow = RosterRow & { communityId: string; gridId: string | null };

/** Rows compared before the event loop gets its turn. */
const chunk = 500;

export async function planChanges(
  register: Register,
  plan: Pick<RosterPlan, 'table' | 'problems'>,
  rows: readonly PlacedRow[],
): Promise<RegisterChanges> {
  const comparison = new Comparison(register, spokenIn(plan));
  for (let done = 0; done < rows.length; done += chunk) {
    for (const row of rows.slice(done, done + chunk)) comparison.add(row);
    await setImmediate();
  }
  return comparison.changes;
}

/** Whether a row itself says what its field holds, or was only given something instead. */
type Spoken = (field: RosterField, row: RosterRow) => boolean;

const assumptions = new Set(['floorAssumed', 'floorUnreadable', 'occupancyAssumed']);

function spokenIn({ table, problems }: Pick<RosterPlan, 'table' | 'problems'>): Spoken {
  const fields = new Set(table.columns.map((column) => column.field));
  const assumed = new Set(
    problems.filter(({ code }) => assumptions.has(code)).map(({ field, row }) => `${field} ${row}`),
  );
  return (field, { rowNumber }) => fields.has(field) && !assumed.has(`${field} ${rowNumber}`);
}

const key = (parent: string, label: string) => `${parent} ${label}`;

/** `added` where the roster brought it. */
type KnownBuilding = { id: string; gridId: string | null; added: NewBuilding | null };

class Comparison {
  readonly changes: RegisterChanges = {
    compounds: [],
    buildings: [],
    stairwells: [],
    households: [],
    residents: [],
    changedBuildings: [],
    changedHouseholds: [],
    changedResidents: [],
    unchanged: 0,
  };
  readonly #spoken: Spoken;
  readonly #compounds: Map<string, string>;
  readonly #buildings: Map<string, KnownBuilding>;
  readonly #stairwells: Map<string, string>;
  readonly #households: ReadonlyMap<string, HouseholdRow>;
  readonly #residents: ReadonlyMap<string, ResidentRow[]>;
  /** Buildings whose grid the roster has said: of rows that contradict one another the first counts. */
  readonly #gridSaid = new Set<string>();

  constructor(register: Register, spoken: Spoken) {
    this.#spoken = spoken;
    this.#compounds = new Map(register.compounds.map((row) => [key(row.communityId, row.name), row.id]));
    this.#buildings = new Map(
      register.buildings.map(({ id, compoundId, gridId, label }) => [
        key(compoundId, label),
        { id, gridId, added: null },
      ]),
    );
    this.#stairwells = new Map(register.stairwells.map((row) => [key(row.buildingId, row.label), row.id]));
    this.#households = new Map(register.households.map((row) => [key(row.stairwellId, row.room), row]));
    this.#residents = Map.groupBy(register.residents, (row) => row.householdId);
  }

  add(row: PlacedRow): void {
    const compoundId = this.#compound(row);
    const building = this.#building(row, compoundId);
    this.#sayGrid(building, row);
    const stairwellId = this.#stairwell(row, building.id);
    const known = this.#households.get(key(stairwellId, row.room));
    if (known === undefined) this.#enter(row, stairwellId);
    else this.#compare(row, known);
  }

  #compound({ communityId, compound: name }: PlacedRow): string {
    const known = this.#compounds.get(key(communityId, name));
    if (known !== undefined) return known;
    const id = newId();
    this.#compounds.set(key(communityId, name), id);
    this.changes.compounds.push({ id, communityId, name });
    return id;
  }

  #building(
    { communityId, gridId, building: { label, sort } }: PlacedRow,
    compoundId: string,
  ): KnownBuilding {
    const known = this.#buildings.get(key(compoundId, label));
    if (known !== undefined) return known;
    const added = { id: newId(), compoundId, communityId, gridId, label, position: sort };
    this.changes.buildings.push(added);
    const building = { id: added.id, gridId, added };
    this.#buildings.set(key(compoundId, label), building);
    return building;
  }

  #sayGrid(building: KnownBuilding, { gridId }: PlacedRow): void {
    if (gridId === null || this.#gridSaid.has(building.id)) return;
    this.#gridSaid.add(building.id);
    if (building.gridId === gridId) return;
    if (building.added !== null) building.added.gridId = gridId;
    else this.changes.changedBuildings.push({ id: building.id, gridId, before: { gridId: building.gridId } });
  }

  #stairwell({ communityId, stairwell: { label, sort } }: PlacedRow, buildingId: string): string {
    const known = this.#stairwells.get(key(buildingId, label));
    if (known !== undefined) return known;
    const id = newId();
    this.#stairwells.set(key(buildingId, label), id);
    this.changes.stairwells.push({ id, buildingId, communityId, label, position: sort });
    return id;
  }

  #enter(row: PlacedRow, stairwellId: string): void {
    const { communityId, floor, room, occupancy, note, resident } = row;
    const id = newId();
    const place = placeDoor(room, row.roomSort);
    this.changes.households.push({ id, stairwellId, communityId, floor, room, ...place, occupancy, note });
    if (resident !== null) this.#addResident(id, resident);
  }

  #addResident(householdId: string, { name, phone }: { name: string; phone: string | null }): void {
    this.changes.residents.push({ id: newId(), householdId, name, initials: initialsOf(name), phone });
  }

  #compare(row: PlacedRow, known: HouseholdRow): void {
    const next = {
      ...placeDoor(row.room, row.roomSort),
      floor: this.#spoken('floor', row) ? row.floor : known.floor,
      occupancy: this.#spoken('occupancy', row) ? row.occupancy : known.occupancy,
      note: row.note ?? known.note,
    };
    const before = replaced(known, next, ['floor', 'position', 'span', 'occupancy', 'note']);
    const residentChanges = this.#compareResident(row.resident, known.id);
    if (Object.keys(before).length === 0 && !residentChanges) this.changes.unchanged += 1;
    else this.changes.changedHouseholds.push({ id: known.id, ...next, before });
  }

  /**
   * A roster names one resident, the householder. Under a known name only the phone number can be new; another name
   * takes the place of the first.
   */
  #compareResident(given: PlacedRow['resident'], householdId: string): boolean {
    if (given === null) return false;
    const known = this.#residents.get(householdId) ?? [];
    const same = known.find((one) => one.name === given.name);
    const former = same ?? known[0];
    if (former === undefined) {
      this.#addResident(householdId, given);
      return true;
    }
    const next =
      same === undefined
        ? { ...given, initials: initialsOf(given.name) }
        : { name: same.name, initials: same.initials, phone: given.phone ?? same.phone };
    const before = replaced(former, next, ['name', 'initials', 'phone']);
    if (Object.keys(before).length === 0) return false;
    this.changes.changedResidents.push({ id: former.id, ...next, before });
    return true;
  }
}

/** The fields of `known` that differ in `next`. */
function replaced<Field extends string>(
  known: Record<Field, string | number | null>,
  next: Record<Field, string | number | null>,
  fields: readonly Field[],
): Before {
  return Object.fromEntries(
    fields.filter((field) => known[field] !== next[field]).map((field) => [field, known[field]]),
  );
}
