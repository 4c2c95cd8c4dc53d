import type { Db } from '@huhudao/db';
import type { CaseDoor } from '@huhudao/protocol';
import { visitable } from '../../http/places.queries.ts';

type AskedRoom = { position: number; stairwellId: string; room: string };

export const listKnownStairwells = (db: Db, streetId: string, communityIds: readonly string[]) => db<
  { id: string; compoundId: string; building: string; label: string }[]
>`
  select s.id, b.compound_id, b.label as building, s.label
  from stairwell s join building b on b.street_id = s.street_id and b.id = s.building_id
  where s.street_id = ${streetId} and s.community_id = any(${db.array([...communityIds])}::uuid[])`;

/** The doors of those rooms that there are, each with the position of who asked. */
export const listDoors = (db: Db, streetId: string, rooms: readonly AskedRoom[]) => db<
  (CaseDoor & { position: number })[]
>`
  select w.position, h.id as household_id, h.community_id,
         k.name || ' ' || b.label || ' ' || s.label || ' ' || h.room as address, ${visitable(db)} as visitable
  from jsonb_to_recordset(${db.json([...rooms])}) as w (position integer, "stairwellId" uuid, room text)
  join household h
    on h.street_id = ${streetId} and h.stairwell_id = w."stairwellId" and h.room = w.room and h.removed_at is null
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  order by w.position, k.name, k.id, b.position, b.label, s.position, s.label`;
