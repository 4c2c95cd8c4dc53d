import type { Db, Transaction } from '@huhudao/db';
import type { StewardLevel } from '@huhudao/domain';
import type { NoticeBoard } from '@huhudao/protocol';

export const findBoard = (db: Db, streetId: string, communityId: string) => db<NoticeBoard[]>`
  select phone, address, hours, duties from notice_board
  where street_id = ${streetId} and community_id = ${communityId}`;

export const upsertBoard = (tx: Transaction, streetId: string, communityId: string, board: NoticeBoard) => tx`
  insert into notice_board (street_id, community_id, phone, address, hours, duties)
  values (${streetId}, ${communityId}, ${board.phone}, ${board.address}, ${board.hours}, ${tx.json(board.duties)})
  on conflict (street_id, community_id) do update
  set phone = excluded.phone, address = excluded.address, hours = excluded.hours, duties = excluded.duties`;

export type PlaceRow = {
  communityId: string;
  communityName: string;
  compoundName: string;
  buildingLabel: string;
  stairwellLabel: string;
};

/** Where a stairwell is, within reach. */
export const findPlace = (
  db: Db,
  streetId: string,
  stairwellId: string,
  reach: { communityIds: readonly string[]; gridId: string | null },
) => db<PlaceRow[]>`
  select b.community_id, c.name as community_name, k.name as compound_name, b.label as building_label,
         s.label as stairwell_label
  from stairwell s
  join building b on b.street_id = ${streetId} and b.id = s.building_id
  join compound k on k.street_id = ${streetId} and k.id = b.compound_id
  join area c on c.id = b.community_id
  where s.street_id = ${streetId} and s.id = ${stairwellId}
    and b.community_id = any(${db.array([...reach.communityIds])}::uuid[])
    and (${reach.gridId}::uuid is null or b.grid_id = ${reach.gridId}::uuid)`;

export const listStairwellsOf = (db: Db, streetId: string, buildingId: string) => db<{ id: string }[]>`
  select id from stairwell where street_id = ${streetId} and building_id = ${buildingId} order by position, id`;

export type InOffice = { level: StewardLevel; unitName: string; personName: string; phone: string | null };

/** Who looks after a stairwell today, on every level, with the published number. */
export const listInOffice = (db: Db, streetId: string, stairwellId: string, today: string) => db<InOffice[]>`
  select t.level, coalesce(g.name, a.name, '') as unit_name, p.name as person_name, t.phone
  from stairwell s
  join building b on b.street_id = ${streetId} and b.id = s.building_id
  join steward_term t on t.street_id = ${streetId}
    and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today})
  left join household_group g on g.street_id = ${streetId} and g.id = t.group_id
  left join area a on a.id = coalesce(t.community_id, t.grid_id)
  join person p on p.id = t.person_id
  where s.street_id = ${streetId} and s.id = ${stairwellId}
    and (t.stairwell_id = s.id or t.building_id = b.id or t.grid_id = b.grid_id or t.community_id = b.community_id
         or g.stairwell_id = s.id)
  order by array_position(array['area', 'grid', 'building', 'stairwell', 'group'], t.level), g.name, p.name, t.id`;
