import type { Db } from '@huhudao/db';
import type { Occupancy, TimeWindow } from '@huhudao/domain';

/** Which doors somebody may ask about: those of the communities, or of one grid of them. */
export type Reach = { streetId: string; communityIds: readonly string[]; gridId: string | null };

export type HouseholdFilter = {
  /** Lower case; each must be found in the door's address, or in a resident's name or initials. */
  words: readonly string[];
  buildingId: string | null;
  stairwellId: string | null;
  occupancy: Occupancy | null;
};

export type HouseholdRow = {
  id: string;
  communityId: string;
  communityName: string;
  gridName: string | null;
  compoundName: string;
  buildingId: string;
  buildingLabel: string;
  stairwellId: string;
  stairwellLabel: string;
  floor: number;
  room: string;
  occupancy: Occupancy;
  doNotContact: boolean;
  caution: string | null;
  note: string | null;
  quiet: TimeWindow[];
  residents: { id: string; name: string; phone: string | null }[];
};

const within = (db: Db, { streetId, communityIds, gridId }: Reach) => db`
  h.street_id = ${streetId} and h.community_id = any(${db.array([...communityIds])}::uuid[])
  and h.removed_at is null and (${gridId}::uuid is null or b.grid_id = ${gridId}::uuid)`;

const matching = (db: Db, { words, buildingId, stairwellId, occupancy }: HouseholdFilter) => db`
  (${buildingId}::uuid is null or b.id = ${buildingId}::uuid)
  and (${stairwellId}::uuid is null or s.id = ${stairwellId}::uuid)
  and (${occupancy}::text is null or h.occupancy = ${occupancy}::text)
  and not exists (
    select 1 from unnest(${db.array([...words])}::text[]) as word
    where strpos(lower(k.name || b.label || s.label || h.room), word) = 0
      and not exists (
        select 1 from resident c
        where c.street_id = h.street_id and c.household_id = h.id
          and (strpos(lower(c.name), word) > 0 or strpos(c.initials, word) > 0)))`;

export const countHouseholds = (db: Db, reach: Reach, filter: HouseholdFilter) => db<{ count: number }[]>`
  select count(*)::int as count
  from household h
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  where ${within(db, reach)} and ${matching(db, filter)}`;

const columns = (db: Db) => db`
  h.id, h.community_id, c.name as community_name, g.name as grid_name, k.name as compound_name, b.id as building_id,
  b.label as building_label, s.id as stairwell_id, s.label as stairwell_label, h.floor, h.room, h.occupancy,
  h.do_not_contact, h.caution, h.note, h.quiet,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'phone', r.phone) order by r.id)
    from resident r
    where r.street_id = h.street_id and r.household_id = h.id
  ), '[]'::jsonb) as residents`;

const joined = (db: Db) => db`
  household h
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join area c on c.id = h.community_id
  left join area g on g.id = b.grid_id`;

/** In the order of the notice at the door: building, stairwell, floor, room. */
export const listHouseholds = (
  db: Db,
  reach: Reach,
  filter: HouseholdFilter,
  page: { offset: number; limit: number },
) => db<HouseholdRow[]>`
  select ${columns(db)}
  from ${joined(db)}
  where ${within(db, reach)} and ${matching(db, filter)}
  order by c.position, c.name, k.name, k.id, b.position, b.label, s.position, s.label, h.floor, h.position, h.room, h.id
  offset ${page.offset} limit ${page.limit}`;

export const listHouseholdsById = (db: Db, reach: Reach, ids: string[]) => db<HouseholdRow[]>`
  select ${columns(db)}
  from ${joined(db)}
  where ${within(db, reach)} and h.id = any(${db.array(ids)}::uuid[])`;

export type HouseholdChange = {
  occupancy?: Occupancy | undefined;
  doNotContact?: boolean | undefined;
  caution?: string | null | undefined;
  note?: string | null | undefined;
  quiet?: readonly TimeWindow[] | undefined;
};

/** Writes what is given and leaves the rest. */
export const updateHousehold = (
  db: Db,
  streetId: string,
  id: string,
  change: HouseholdChange,
  changeNumber: number,
) => db`
  update household
  set occupancy = coalesce(${change.occupancy ?? null}, occupancy),
      do_not_contact = coalesce(${change.doNotContact ?? null}, do_not_contact),
      caution = case when ${change.caution !== undefined} then ${change.caution ?? null} else caution end,
      note = case when ${change.note !== undefined} then ${change.note ?? null} else note end,
      quiet = coalesce(${change.quiet === undefined ? null : db.json([...change.quiet])}, quiet),
      change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${id} and removed_at is null`;
