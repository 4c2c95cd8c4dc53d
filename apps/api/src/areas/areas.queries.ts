import type { Db } from '@huhudao/db';
import type { AreaKind } from '@huhudao/domain';

export type NewAreaRow = {
  id: string;
  kind: AreaKind;
  parentId: string | null;
  withinStreet: string | null;
  name: string;
};

/** Adds an area behind its siblings. No row comes back if one of them has its name. */
export const insertArea = (db: Db, area: NewAreaRow) => db<{ position: number }[]>`
  insert into area (id, kind, parent_id, within_street, name, position)
  select ${area.id}::uuid, ${area.kind}, ${area.parentId}::uuid, ${area.withinStreet}::uuid, ${area.name},
         count(*)::integer
  from area
  where parent_id is not distinct from ${area.parentId}::uuid
  on conflict do nothing
  returning position`;

export const countSiblingsNamed = (db: Db, id: string, name: string) => db<{ count: number }[]>`
  select count(*)::integer as count
  from area a
  join area s on s.parent_id is not distinct from a.parent_id and s.id <> a.id
  where a.id = ${id} and s.name = ${name} and s.closed_at is null`;

export const updateName = (db: Db, id: string, name: string) => db`
  update area set name = ${name} where id = ${id} and closed_at is null`;

export const closeEmpty = (db: Db, ids: readonly string[], kind: AreaKind, at: string) => db<
  { id: string }[]
>`
  update area a set closed_at = ${at}
  where a.id = any(${db.array([...ids])}::uuid[]) and a.kind = ${kind} and a.closed_at is null
    and not exists (select 1 from area below where below.parent_id = a.id and below.closed_at is null)
    and not exists (select 1 from role_grant g where g.area_id = a.id and g.revoked_at is null)
  returning a.id`;

export const listStreetsWithoutHead = (db: Db) => db<{ id: string }[]>`
  select a.id
  from area a
  left join street_head h on h.street_id = a.id
  where a.kind = 'street' and h.street_id is null`;
