/** What the tests of places look at and change in the database. */
import type { Db } from '@huhudao/db';

export const renameBuilding = (db: Db, streetId: string, id: string, label: string) => db`
  update building set label = ${label} where street_id = ${streetId} and id = ${id}`;

/** As if it had never been: its doors leave the rounds as well. */
export const removeStairwell = async (db: Db, streetId: string, id: string) => {
  await db`delete from assignment where street_id = ${streetId} and stairwell_id = ${id}`;
  await db`delete from household where street_id = ${streetId} and stairwell_id = ${id}`;
  await db`delete from stairwell where street_id = ${streetId} and id = ${id}`;
};

export type DoorPlace = {
  id: string;
  communityId: string;
  gridId: string | null;
  buildingId: string;
  stairwellId: string;
  occupancy: string;
};

/** Every door with all it lies in. */
export const listDoorPlaces = (db: Db, streetId: string) => db<DoorPlace[]>`
  select h.id, h.community_id, b.grid_id, b.id as building_id, s.id as stairwell_id, h.occupancy
  from household h, stairwell s, building b
  where h.street_id = ${streetId} and s.id = h.stairwell_id and b.id = s.building_id and h.removed_at is null`;

export const listAssigned = (db: Db, streetId: string, roundId: string) => db<{ householdId: string }[]>`
  select household_id from assignment where street_id = ${streetId} and round_id = ${roundId}`;

export const listFramed = (db: Db, streetId: string, roundId: string) => db<{ householdId: string }[]>`
  select household_id from frame_entry where street_id = ${streetId} and round_id = ${roundId}`;
