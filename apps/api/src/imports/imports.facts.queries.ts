/** The register row by row, and what the tests of the imports change behind its back. */
import { setTimeout } from 'node:timers/promises';
import type { Db, Sql } from '@huhudao/db';

type Row = Record<string, unknown>;

/** Everything an import may write, but for the number that tells tablets of a change. */
export async function snapshot(db: Db, streetId: string): Promise<Record<string, Row[]>> {
  const compounds = await db<Row[]>`
    select id, community_id, name from compound where street_id = ${streetId} order by id`;
  const buildings = await db<Row[]>`
    select id, compound_id, community_id, grid_id, label, position
    from building where street_id = ${streetId} order by id`;
  const stairwells = await db<Row[]>`
    select id, building_id, community_id, label, position
    from stairwell where street_id = ${streetId} order by id`;
  const households = await db<Row[]>`
    select id, stairwell_id, community_id, floor, room, position, span, occupancy, do_not_contact, caution, note,
           removed_at
    from household where street_id = ${streetId} order by id`;
  const residents = await db<Row[]>`
    select id, household_id, name, initials, phone from resident where street_id = ${streetId} order by id`;
  const areas = await db<Row[]>`
    select id, kind, parent_id, name from area
    where within_street = ${streetId} and closed_at is null order by id`;
  return { compounds, buildings, stairwells, households, residents, areas };
}

/** Everything an import may write to, with its change numbers: equal only where nothing at all was written. */
export const listStamps = (db: Db, streetId: string) => db<{ id: string; changeNumber: number }[]>`
  select id, change_number from household where street_id = ${streetId} order by id`;

export const listStored = (db: Db, streetId: string) => db<
  { id: string; state: string; bytes: number | null; rejected: boolean; sample: number | null }[]
>`
  select id, state, octet_length(file) as bytes, rejected is not null as rejected,
         jsonb_array_length(preview -> 'sample') as sample
  from import where street_id = ${streetId} order by created_at, id`;

export const countLog = (db: Db, streetId: string, importId: string) => db<{ count: number }[]>`
  select count(*)::int as count from import_change where street_id = ${streetId} and import_id = ${importId}`;

export const setState = (db: Db, streetId: string, importId: string, state: string) => db`
  update import set state = ${state} where street_id = ${streetId} and id = ${importId}`;

export const agedBy = (db: Db, streetId: string, importId: string, days: number) => db`
  update import set created_at = created_at - make_interval(days => ${days})
  where street_id = ${streetId} and id = ${importId}`;

/** Frames a round over a household, as opening one does. */
export const frame = (
  db: Db,
  streetId: string,
  roundId: string,
  communityId: string,
  householdId: string,
) => db`
  insert into frame_entry (street_id, round_id, community_id, position, household_id)
  values (${streetId}, ${roundId}, ${communityId}, 100000, ${householdId})`;

export const listDoors = (db: Db, streetId: string) => db<
  {
    id: string;
    communityId: string;
    building: string;
    grid: string | null;
    stairwellId: string;
    room: string;
    floor: number;
    position: number;
    span: number;
    occupancy: string;
    note: string | null;
    name: string | null;
    initials: string | null;
    phone: string | null;
  }[]
>`
  select h.id, h.community_id, b.label as building, g.name as grid, h.stairwell_id, h.room, h.floor, h.position, h.span,
         h.occupancy, h.note, r.name, r.initials, r.phone
  from household h
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  left join area g on g.id = b.grid_id
  left join resident r on r.street_id = h.street_id and r.household_id = h.id
  where h.street_id = ${streetId}
  order by b.position, b.label, s.position, h.floor, h.position, h.room, r.id`;

export const listAudit = (db: Db, streetId: string) => db<{ action: string; subject: Row }[]>`
  select action, subject from audit_entry where street_id = ${streetId} order by number`;

export const unframe = (db: Db, streetId: string, householdId: string) => db`
  delete from frame_entry where street_id = ${streetId} and household_id = ${householdId}`;

/**
 * Locks the street, starts work that needs it, and once that is waiting writes a household's note as a command would.
 * Answers the work, which goes on when the lock is given back.
 */
export const whileStreetIsLocked = (
  db: Sql,
  streetId: string,
  householdId: string,
  note: string,
  start: () => Promise<void>,
): Promise<{ work: Promise<void> }> =>
  db.begin(async (tx) => {
    await tx`update street_head set change_number = change_number + 1 where street_id = ${streetId}`;
    const work = start();
    for (let waiting = 0; waiting === 0; await setTimeout(10)) {
      const [row] = await db<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row?.count ?? 0;
    }
    await tx`
      update household
      set note = ${note}, change_number = (select change_number from street_head where street_id = ${streetId})
      where street_id = ${streetId} and id = ${householdId}`;
    return { work };
  });
