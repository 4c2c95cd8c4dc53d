import type { Db } from '@huhudao/db';
import type { DoorView } from '@huhudao/protocol';
import { isVisible } from '../http/rounds.queries.ts';
import type { Reach } from './households.queries.ts';

/** `visitedBy`: only where a team of theirs has doors there; null for everybody in the reach. */
export const findStairwell = (
  db: Db,
  { streetId, communityIds, gridId }: Reach,
  id: string,
  visitedBy: string | null,
) => db<{ id: string; buildingLabel: string; label: string }[]>`
  select s.id, b.label as building_label, s.label
  from stairwell s
  join building b on b.street_id = s.street_id and b.id = s.building_id
  where s.street_id = ${streetId} and s.id = ${id} and s.community_id = any(${db.array([...communityIds])}::uuid[])
    and (${gridId}::uuid is null or b.grid_id = ${gridId}::uuid)
    and (${visitedBy}::uuid is null or exists (
      select 1
      from assignment a
      join team t on t.street_id = a.street_id and t.id = a.team_id and t.disbanded_at is null
      where a.street_id = s.street_id and a.stairwell_id = s.id
        and (t.leader_id = ${visitedBy} or exists (
          select 1 from team_member m
          where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${visitedBy}))))`;

export const findVisibleRound = (db: Db, streetId: string, id: string) => db<{ id: string }[]>`
  select r.id from round r where r.street_id = ${streetId} and r.id = ${id} and ${isVisible(db)}`;

/** Top floor first, as a building is drawn. Without a round no door is assigned. */
export const listDoors = (db: Db, streetId: string, stairwellId: string, roundId: string | null) => db<
  DoorView[]
>`
  select h.id as household_id, h.floor, h.room, h.position, h.span, h.occupancy, h.do_not_contact,
         a.household_id is not null as assigned, coalesce(a.attempts, 0) as attempts, a.outcome,
         coalesce(a.settled, false) as settled,
         exists (
           select 1 from revisit v
           where v.street_id = h.street_id and v.household_id = h.id and v.state in ('open', 'planned', 'visited')
         ) as revisit
  from household h
  left join assignment a
    on a.street_id = h.street_id and a.household_id = h.id and a.round_id = ${roundId}::uuid
  where h.street_id = ${streetId} and h.stairwell_id = ${stairwellId} and h.removed_at is null
  order by h.floor desc, h.position, h.room, h.id`;
