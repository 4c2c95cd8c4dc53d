import type { Db } from '@huhudao/db';
import type { AreaKind } from '@huhudao/domain';

export type AreaRow = {
  id: string;
  kind: AreaKind;
  parentId: string | null;
  withinStreet: string | null;
  name: string;
  position: number;
};

export const listAreas = (db: Db) => db<AreaRow[]>`
  select id, kind, parent_id, within_street, name, position
  from area
  where closed_at is null
  order by position, name, id`;
