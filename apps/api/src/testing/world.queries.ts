import type { Db } from '@huhudao/db';
import type { AreaKind, Role } from '@huhudao/domain';

export const insertInstallation = (db: Db, epoch: string, at: string, auditHash: Uint8Array) => db`
  insert into installation (id, epoch, created_at, audit_hash) values (1, ${epoch}, ${at}, ${auditHash})
  on conflict do nothing`;

export const insertArea = (
  db: Db,
  area: { id: string; kind: AreaKind; parentId: string | null; streetId: string | null; name: string },
) => db`
  insert into area (id, kind, parent_id, within_street, name)
  values (${area.id}, ${area.kind}, ${area.parentId}, ${area.streetId}, ${area.name})`;

export const insertPerson = (db: Db, person: { id: string; login: string; name: string }, at: string) => db`
  insert into person (id, login, name, initials, password_hash, created_at)
  values (${person.id}, ${person.login}, ${person.name}, '', 'no password', ${at})`;

export const updatePassword = (db: Db, personId: string, passwordHash: string) => db`
  update person set password_hash = ${passwordHash} where id = ${personId}`;

export const insertGrant = (
  db: Db,
  id: string,
  personId: string,
  role: Role,
  areaId: string,
  at: string,
) => db`
  insert into role_grant (id, person_id, role, area_id, granted_at)
  values (${id}, ${personId}, ${role}, ${areaId}, ${at})`;

export const insertSession = (
  db: Db,
  tokenHash: Uint8Array,
  personId: string,
  at: string,
  expiresAt: string,
) => db`
  insert into session (token_hash, person_id, created_at, seen_at, expires_at)
  values (${tokenHash}, ${personId}, ${at}, ${at}, ${expiresAt})`;

export const insertDevice = (db: Db, id: string, name: string, personId: string, at: string) => db`
  insert into device (id, name, registered_at, registered_by) values (${id}, ${name}, ${at}, ${personId})`;

export const insertCredential = (
  db: Db,
  tokenHash: Uint8Array,
  deviceId: string,
  personId: string,
  at: string,
  expiresAt: string,
) => db`
  insert into device_credential (token_hash, device_id, person_id, created_at, seen_at, expires_at)
  values (${tokenHash}, ${deviceId}, ${personId}, ${at}, ${at}, ${expiresAt})`;

export const insertCompound = (
  db: Db,
  row: { streetId: string; id: string; communityId: string; name: string },
) => db`
  insert into compound (street_id, id, community_id, name)
  values (${row.streetId}, ${row.id}, ${row.communityId}, ${row.name})`;

export const insertBuilding = (
  db: Db,
  row: {
    streetId: string;
    id: string;
    compoundId: string;
    communityId: string;
    label: string;
    position: number;
  },
) => db`
  insert into building (street_id, id, compound_id, community_id, label, position)
  values (${row.streetId}, ${row.id}, ${row.compoundId}, ${row.communityId}, ${row.label}, ${row.position})`;

export const listBuildings = (db: Db, streetId: string, communityId: string) => db<{ id: string }[]>`
  select id from building where street_id = ${streetId} and community_id = ${communityId} order by id`;

export const setGrid = (db: Db, streetId: string, buildingId: string, gridId: string | null = null) => db`
  update building set grid_id = ${gridId} where street_id = ${streetId} and id = ${buildingId}`;

export const insertStairwell = (
  db: Db,
  row: {
    streetId: string;
    id: string;
    buildingId: string;
    communityId: string;
    label: string;
    position: number;
  },
) => db`
  insert into stairwell (street_id, id, building_id, community_id, label, position)
  values (${row.streetId}, ${row.id}, ${row.buildingId}, ${row.communityId}, ${row.label}, ${row.position})`;

export type HouseholdRow = {
  streetId: string;
  id: string;
  stairwellId: string;
  communityId: string;
  floor: number;
  room: string;
  position: number;
  occupancy: string;
  changeNumber: number;
};

export const insertHouseholds = (db: Db, rows: HouseholdRow[]) => db`
  insert into household (street_id, id, stairwell_id, community_id, floor, room, position, occupancy, change_number)
  select * from jsonb_to_recordset(${db.json(rows)}) as h (
    "streetId" uuid, id uuid, "stairwellId" uuid, "communityId" uuid, floor integer, room text, position integer,
    occupancy text, "changeNumber" bigint)`;
