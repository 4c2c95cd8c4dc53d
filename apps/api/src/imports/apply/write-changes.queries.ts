/** Writes what an import changes, thousands of rows a statement. */
import type { Db, Transaction } from '@huhudao/db';
import type { ImportView } from '@huhudao/protocol';
import type {
  Before,
  ChangedBuilding,
  ChangedHousehold,
  ChangedResident,
  NewBuilding,
  NewHousehold,
  NewStairwell,
} from './register-changes.ts';
import type { CompoundRow, ResidentRow } from './register.queries.ts';

export const insertCompounds = (tx: Transaction, streetId: string, rows: CompoundRow[]) => tx`
  insert into compound (street_id, id, community_id, name)
  select ${streetId}::uuid, c.id, c."communityId", c.name
  from jsonb_to_recordset(${tx.json(rows)}) as c (id uuid, "communityId" uuid, name text)`;

export const insertBuildings = (tx: Transaction, streetId: string, rows: NewBuilding[]) => tx`
  insert into building (street_id, id, compound_id, community_id, grid_id, label, position)
  select ${streetId}::uuid, b.id, b."compoundId", b."communityId", b."gridId", b.label, b.position
  from jsonb_to_recordset(${tx.json(rows)}) as b (
    id uuid, "compoundId" uuid, "communityId" uuid, "gridId" uuid, label text, position integer)`;

export const insertStairwells = (tx: Transaction, streetId: string, rows: NewStairwell[]) => tx`
  insert into stairwell (street_id, id, building_id, community_id, label, position)
  select ${streetId}::uuid, s.id, s."buildingId", s."communityId", s.label, s.position
  from jsonb_to_recordset(${tx.json(rows)}) as s (
    id uuid, "buildingId" uuid, "communityId" uuid, label text, position integer)`;

export const insertHouseholds = (
  tx: Transaction,
  streetId: string,
  rows: NewHousehold[],
  changeNumber: number,
) => tx`
  insert into household (
    street_id, id, stairwell_id, community_id, floor, room, position, span, occupancy, note, change_number)
  select ${streetId}::uuid, h.id, h."stairwellId", h."communityId", h.floor, h.room, h.position, h.span, h.occupancy,
         h.note, ${changeNumber}::bigint
  from jsonb_to_recordset(${tx.json(rows)}) as h (
    id uuid, "stairwellId" uuid, "communityId" uuid, floor integer, room text, position integer, span integer,
    occupancy text, note text)`;

export const insertResidents = (tx: Transaction, streetId: string, rows: ResidentRow[]) => tx`
  insert into resident (street_id, id, household_id, name, initials, phone)
  select ${streetId}::uuid, r.id, r."householdId", r.name, r.initials, r.phone
  from jsonb_to_recordset(${tx.json(rows)}) as r (
    id uuid, "householdId" uuid, name text, initials text, phone text)`;

export const updateBuildings = (tx: Transaction, streetId: string, rows: ChangedBuilding[]) => tx`
  update building b set grid_id = c."gridId"
  from jsonb_to_recordset(${tx.json(rows)}) as c (id uuid, "gridId" uuid)
  where b.street_id = ${streetId} and b.id = c.id`;

export const updateHouseholds = (
  tx: Transaction,
  streetId: string,
  rows: ChangedHousehold[],
  changeNumber: number,
) => tx`
  update household h
  set floor = c.floor, position = c.position, span = c.span, occupancy = c.occupancy, note = c.note,
      change_number = ${changeNumber}
  from jsonb_to_recordset(${tx.json(rows)}) as c (
    id uuid, floor integer, position integer, span integer, occupancy text, note text)
  where h.street_id = ${streetId} and h.id = c.id`;

export const updateResidents = (tx: Transaction, streetId: string, rows: ChangedResident[]) => tx`
  update resident r set name = c.name, initials = c.initials, phone = c.phone
  from jsonb_to_recordset(${tx.json(rows)}) as c (id uuid, name text, initials text, phone text)
  where r.street_id = ${streetId} and r.id = c.id`;

/** `before` is null for what was not there; `after` for what nobody but an import changes. */
export type LoggedChange = {
  entity: 'compound' | 'building' | 'stairwell' | 'household' | 'resident';
  entityId: string;
  before: Before | null;
  after: Before | null;
};

/** `from` is the number of the first. */
export const insertLog = (
  tx: Transaction,
  streetId: string,
  importId: string,
  from: number,
  rows: LoggedChange[],
) => tx`
  insert into import_change (street_id, import_id, number, entity, entity_id, before, after)
  select ${streetId}::uuid, ${importId}::uuid, ${from}::int + c.number::int - 1, c.change ->> 'entity',
         (c.change ->> 'entityId')::uuid, nullif(c.change -> 'before', 'null'::jsonb),
         nullif(c.change -> 'after', 'null'::jsonb)
  from jsonb_array_elements(${tx.json(rows)}) with ordinality as c (change, number)`;

/** The file has served; rows that were not taken stay to be downloaded. */
export const markApplied = (
  tx: Transaction,
  streetId: string,
  importId: string,
  at: string,
  result: NonNullable<ImportView['result']>,
) => tx`
  update import
  set state = 'applied', applied_at = ${at}, result = ${tx.json(result)}, file = null,
      preview = preview || '{"sample": []}', progress = total
  where street_id = ${streetId} and id = ${importId} and state = 'applying'`;

/** Statistics of a register that has just grown by thousands of rows: autovacuum would take its own time. */
export const analyzeRegister = (db: Db) => db`analyze compound, building, stairwell, household, resident`;
