import type { Db } from '@huhudao/db';
import type { Purpose, RoundState } from '@huhudao/domain';

export type RoundRow = {
  name: string;
  state: RoundState;
  purpose: Purpose;
  statement: string;
  startsOn: string;
  deadline: string;
  asks: boolean;
};

/** An assessor's round prints nothing: nobody may know where it goes. */
export const findRound = (db: Db, streetId: string, roundId: string) => db<RoundRow[]>`
  select name, state, purpose, statement, starts_on, deadline, questionnaire_hash is not null as asks
  from round
  where street_id = ${streetId} and id = ${roundId} and assessor_id is null`;

export type Where = {
  roundId: string;
  /** A building, a stairwell or a plan. */
  placeId: string;
  communityIds: readonly string[];
  gridId: string | null;
  today: string;
};

export type StairwellRow = {
  stairwellId: string;
  communityId: string;
  communityName: string;
  place: string;
  buildingId: string;
  buildingPlace: string;
  headName: string | null;
  teamName: string | null;
  leaderName: string | null;
  planned: { day: string; from: string; until: string }[];
};

/** The stairwells of a building, or the one of a plan, with what is planned there from today on and who goes. */
export const listStairwells = (db: Db, streetId: string, where: Where) => db<StairwellRow[]>`
  select s.id as stairwell_id, b.id as building_id, b.community_id, c.name as community_name,
         k.name || ' ' || b.label || ' ' || s.label as place, k.name || ' ' || b.label as building_place,
         (
           select p.name from steward_term t join person p on p.id = t.person_id
           where t.street_id = ${streetId} and t.stairwell_id = s.id
             and t.starts_on <= ${where.today} and (t.ends_on is null or t.ends_on > ${where.today})
         ) as head_name,
         g.team_name, g.leader_name,
         coalesce((
           select jsonb_agg(jsonb_build_object('day', n.day, 'from', to_char(n.starts_at, 'HH24:MI'),
                                               'until', to_char(n.ends_at, 'HH24:MI')) order by n.day, n.starts_at)
           from (
             select p.day, p.starts_at, p.ends_at from plan p
             where p.street_id = ${streetId} and p.round_id = ${where.roundId} and p.stairwell_id = s.id
               and p.cancelled_at is null and p.returned_at is null and p.day >= ${where.today}
               and ${where.placeId}::uuid in (p.id, s.id, b.id)
             order by p.day, p.starts_at
             limit 3
           ) n), '[]'::jsonb) as planned
  from stairwell s
  join building b on b.street_id = ${streetId} and b.id = s.building_id
  join compound k on k.street_id = ${streetId} and k.id = b.compound_id
  join area c on c.id = b.community_id
  left join lateral (
    select t.name as team_name, l.name as leader_name
    from assignment a
    join team t on t.street_id = ${streetId} and t.id = a.team_id
    join person l on l.id = t.leader_id
    where a.street_id = ${streetId} and a.stairwell_id = s.id and a.round_id = ${where.roundId}
    group by t.id, t.name, l.name
    order by count(*) desc, t.id
    limit 1
  ) g on true
  where s.street_id = ${streetId}
    and b.community_id = any(${db.array([...where.communityIds])}::uuid[])
    and (${where.gridId}::uuid is null or b.grid_id = ${where.gridId}::uuid)
    and (${where.placeId}::uuid in (b.id, s.id) or s.id in (
      select p.stairwell_id from plan p
      where p.street_id = ${streetId} and p.id = ${where.placeId}::uuid and p.round_id = ${where.roundId}
        and p.cancelled_at is null))
  order by s.position, s.id`;

export type DoorRow = { householdId: string; stairwellId: string; room: string };

/** The doors of stairwells at which something is left to be done, from the top floor down; not those that asked to be left alone. */
export const listDoors = (db: Db, streetId: string, roundId: string, stairwellIds: readonly string[]) => db<
  DoorRow[]
>`
  select h.id as household_id, h.stairwell_id, h.room
  from assignment a
  join household h on h.street_id = ${streetId} and h.id = a.household_id and h.removed_at is null
  where a.street_id = ${streetId} and a.round_id = ${roundId}
    and a.stairwell_id = any(${db.array([...stairwellIds])}::uuid[])
    and not a.settled and not h.do_not_contact
  order by h.floor desc, h.position, h.id`;

export const findContact = (db: Db, streetId: string, communityId: string) => db<
  { phone: string; address: string; hours: string }[]
>`
  select phone, address, hours from notice_board where street_id = ${streetId} and community_id = ${communityId}`;
