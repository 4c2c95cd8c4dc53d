import type { Db, Transaction } from '@huhudao/db';

/** As they were chosen: of what was chosen, something may be no more. */
export type KeptPlaces = { communityIds: string[]; parts?: Record<string, string[]> };

export type SelectionRow = {
  id: string;
  name: string;
  places: KeptPlaces;
  savedAt: string;
  savedBy: string;
};

/** Whose selections: those of a street's places that the offices keep. */
export type Keeping = { streetId: string; ownerIds: readonly string[] };

const kept = (db: Db, { streetId, ownerIds }: Keeping) => db`
  l.street_id = ${streetId} and l.owner_id = any(${db.array([...ownerIds])}::uuid[])`;

export const listSelections = (db: Db, keeping: Keeping) => db<SelectionRow[]>`
  select l.id, l.name, l.places, l.saved_at, p.name as saved_by
  from selection l
  join person p on p.id = l.saved_by
  where ${kept(db, keeping)} and l.deleted_at is null
  order by l.name, l.id`;

export type OwnSelection = { ownerId: string; name: string; deleted: boolean };

export const findSelection = (tx: Transaction, keeping: Keeping, id: string) => tx<OwnSelection[]>`
  select l.owner_id, l.name, l.deleted_at is not null as deleted
  from selection l
  where ${kept(tx, keeping)} and l.id = ${id}`;

export const countNames = (
  tx: Transaction,
  {
    streetId,
    ownerId,
    name,
    exceptId,
  }: { streetId: string; ownerId: string; name: string; exceptId: string },
) => tx<{ count: number }[]>`
  select count(*)::int as count from selection
  where street_id = ${streetId} and owner_id = ${ownerId} and name = ${name} and deleted_at is null
    and id <> ${exceptId}`;

export const insertSelection = (
  tx: Transaction,
  streetId: string,
  selection: { id: string; ownerId: string; name: string; places: unknown },
  by: { at: string; personId: string | null },
) => tx`
  insert into selection (street_id, id, owner_id, name, places, saved_at, saved_by)
  values (${streetId}, ${selection.id}, ${selection.ownerId}, ${selection.name},
          ${tx.json(selection.places as never)}, ${by.at}, ${by.personId})`;

export const setName = (tx: Transaction, streetId: string, id: string, name: string) => tx`
  update selection set name = ${name} where street_id = ${streetId} and id = ${id}`;

export const setDeleted = (tx: Transaction, streetId: string, id: string, at: string | null) => tx`
  update selection set deleted_at = ${at} where street_id = ${streetId} and id = ${id}`;
