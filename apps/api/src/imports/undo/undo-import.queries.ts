/** Puts back what an import changed and takes out what it added, from its log. */
import type { Db, Transaction } from '@huhudao/db';

/** An import that was applied after this one, and changed something. */
export const findLaterImport = (db: Db, streetId: string, importId: string) => db<{ id: string }[]>`
  select l.id
  from import i
  join import l on l.street_id = i.street_id and l.state = 'applied' and (l.applied_at, l.id) > (i.applied_at, i.id)
  where i.street_id = ${streetId} and i.id = ${importId}
    and exists (select 1 from import_change c where c.street_id = l.street_id and c.import_id = l.id)
  limit 1`;

/**
 * Households it added that a round goes to, drew its sample from, that somebody is to come back to, or about which
 * somebody has decided something since. An assessor's round that is not released has every door of its communities:
 * the number would tell of the places it was narrowed to.
 */
export const countUsed = (db: Db, streetId: string, importId: string) => db<{ count: number }[]>`
  with used as materialized (
    select household_id from assignment where street_id = ${streetId}
    union
    select household_id from frame_entry where street_id = ${streetId}
    union
    select household_id from revisit where street_id = ${streetId}
    union
    select h.id
    from round r
    join household h on h.street_id = r.street_id and r.scope -> 'communityIds' ? h.community_id::text
    where r.street_id = ${streetId} and r.assessor_id is not null and r.released_at is null and r.state <> 'draft'
    union
    select h.id
    from household h
    join import_change d on d.street_id = h.street_id and d.entity_id = h.id
    where h.street_id = ${streetId} and d.import_id = ${importId} and d.entity = 'household' and d.before is null
      and (h.do_not_contact or h.caution is not null or h.occupancy is distinct from d.after ->> 'occupancy'
           or h.note is distinct from d.after ->> 'note')
  )
  select count(*)::int as count
  from import_change c
  join used on used.household_id = c.entity_id
  where c.street_id = ${streetId} and c.import_id = ${importId} and c.entity = 'household' and c.before is null`;

export const restoreBuildings = (tx: Transaction, streetId: string, importId: string) => tx`
  update building b set grid_id = (c.before ->> 'gridId')::uuid
  from import_change c
  where b.street_id = ${streetId} and c.street_id = ${streetId} and c.import_id = ${importId}
    and c.entity = 'building' and c.before is not null and b.id = c.entity_id`;

/** Only the fields it changed, and that are as it left them: what somebody has corrected since then stays. */
export const restoreHouseholds = (
  tx: Transaction,
  streetId: string,
  importId: string,
  changeNumber: number,
) => tx`
  update household h
  set floor = coalesce((c.before ->> 'floor')::int, h.floor),
      position = coalesce((c.before ->> 'position')::int, h.position),
      span = coalesce((c.before ->> 'span')::int, h.span),
      occupancy = case when c.before ? 'occupancy' and h.occupancy = c.after ->> 'occupancy'
                       then c.before ->> 'occupancy' else h.occupancy end,
      note = case when c.before ? 'note' and h.note is not distinct from c.after ->> 'note'
                  then c.before ->> 'note' else h.note end,
      change_number = ${changeNumber}
  from import_change c
  where h.street_id = ${streetId} and c.street_id = ${streetId} and c.import_id = ${importId}
    and c.entity = 'household' and c.before is not null and h.id = c.entity_id`;

export const restoreResidents = (tx: Transaction, streetId: string, importId: string) => tx`
  update resident r
  set name = coalesce(c.before ->> 'name', r.name),
      initials = coalesce(c.before ->> 'initials', r.initials),
      phone = case when c.before ? 'phone' then c.before ->> 'phone' else r.phone end
  from import_change c
  where r.street_id = ${streetId} and c.street_id = ${streetId} and c.import_id = ${importId}
    and c.entity = 'resident' and c.before is not null and r.id = c.entity_id`;

const added = (tx: Transaction, streetId: string, importId: string, entity: string) => tx`
  select c.entity_id from import_change c
  where c.street_id = ${streetId} and c.import_id = ${importId} and c.entity = ${entity} and c.before is null`;

export const deleteResidents = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from resident where street_id = ${streetId} and id in (${added(tx, streetId, importId, 'resident')})`;

export const deleteHouseholds = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from household where street_id = ${streetId} and id in (${added(tx, streetId, importId, 'household')})`;

const addedGroups = (tx: Transaction, streetId: string, importId: string) => tx`
  select g.id from household_group g
  where g.street_id = ${streetId} and g.stairwell_id in (${added(tx, streetId, importId, 'stairwell')})`;

/** Nobody looks after a building, a stairwell or a group of households that is no more. */
export const deleteTerms = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from steward_term
  where street_id = ${streetId} and (
    building_id in (${added(tx, streetId, importId, 'building')})
    or stairwell_id in (${added(tx, streetId, importId, 'stairwell')})
    or group_id in (${addedGroups(tx, streetId, importId)}))`;

export const deleteGroups = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from household_group
  where street_id = ${streetId} and id in (${addedGroups(tx, streetId, importId)})`;

export const deleteStairwells = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from stairwell where street_id = ${streetId} and id in (${added(tx, streetId, importId, 'stairwell')})`;

export const deleteBuildings = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from building where street_id = ${streetId} and id in (${added(tx, streetId, importId, 'building')})`;

export const deleteCompounds = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from compound where street_id = ${streetId} and id in (${added(tx, streetId, importId, 'compound')})`;

/** The log has served: what it holds of residents is not kept. */
export const deleteLog = (tx: Transaction, streetId: string, importId: string) => tx`
  delete from import_change where street_id = ${streetId} and import_id = ${importId}`;

export const markUndone = (tx: Transaction, streetId: string, importId: string, at: string) => tx`
  update import set state = 'undone', undone_at = ${at}, rejected = null
  where street_id = ${streetId} and id = ${importId} and state = 'applied'`;
