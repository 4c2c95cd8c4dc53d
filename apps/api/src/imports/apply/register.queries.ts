/** The register as an import compares itself with it, and as its undoing is checked against. */
import type { Db } from '@huhudao/db';
import type { Occupancy } from '@huhudao/domain';

export type CompoundRow = { id: string; communityId: string; name: string };
export type BuildingRow = { id: string; compoundId: string; gridId: string | null; label: string };
export type StairwellRow = { id: string; buildingId: string; label: string };
export type HouseholdRow = {
  id: string;
  stairwellId: string;
  room: string;
  floor: number;
  position: number;
  span: number;
  occupancy: Occupancy;
  note: string | null;
};
export type ResidentRow = {
  id: string;
  householdId: string;
  name: string;
  initials: string;
  phone: string | null;
};

const within = (db: Db, communityIds: readonly string[]) => db`= any(${db.array([...communityIds])}::uuid[])`;

export const listCompounds = (db: Db, streetId: string, communityIds: readonly string[]) => db<CompoundRow[]>`
  select id, community_id, name from compound
  where street_id = ${streetId} and community_id ${within(db, communityIds)}`;

export const listBuildings = (db: Db, streetId: string, communityIds: readonly string[]) => db<BuildingRow[]>`
  select id, compound_id, grid_id, label from building
  where street_id = ${streetId} and community_id ${within(db, communityIds)}`;

export const listStairwells = (db: Db, streetId: string, communityIds: readonly string[]) => db<
  StairwellRow[]
>`
  select id, building_id, label from stairwell
  where street_id = ${streetId} and community_id ${within(db, communityIds)}`;

export const listHouseholds = (db: Db, streetId: string, communityIds: readonly string[]) => db<
  HouseholdRow[]
>`
  select id, stairwell_id, room, floor, position, span, occupancy, note from household
  where street_id = ${streetId} and community_id ${within(db, communityIds)} and removed_at is null`;

/** In the order in which they were entered. */
export const listResidents = (db: Db, streetId: string, communityIds: readonly string[]) => db<ResidentRow[]>`
  select r.id, r.household_id, r.name, r.initials, r.phone
  from resident r
  join household h on h.street_id = r.street_id and h.id = r.household_id
  where r.street_id = ${streetId} and h.community_id ${within(db, communityIds)} and h.removed_at is null
  order by r.id`;

/** Differs from an earlier one where the register may have changed: every change of it stamps a household or is an import. */
export const readRegisterMark = (db: Db, streetId: string) => db<{ mark: string }[]>`
  select coalesce((select max(change_number) from household where street_id = ${streetId}), 0)
         || '/' || (select count(*) from import where street_id = ${streetId} and applied_at is not null)
         || '/' || (select count(*) from import where street_id = ${streetId} and undone_at is not null) as mark`;
