import type { Db } from '@huhudao/db';
import { isEligible, outcomes } from '@huhudao/domain';

/** The longest list that is shown. */
const limit = 200;

const notEligible = outcomes.filter((outcome) => !isEligible(outcome));

/** A round's doors in some communities. */
export type StuckReach = { streetId: string; roundId: string; communityIds: readonly string[] };
type Counted = { total: number };

const doorsOf = (db: Db, { streetId, roundId, communityIds }: StuckReach) => db`
  a.street_id = ${streetId} and a.round_id = ${roundId}
  and a.community_id = any(${db.array([...communityIds])}::uuid[])`;

const isLeft = (db: Db) => db`
  not a.settled and (a.outcome is null or a.outcome <> all(${db.array(notEligible)}::text[]))`;

export const listWithoutTeam = (db: Db, reach: StuckReach) => db<
  (Counted & { stairwellId: string; communityId: string; place: string; left: number })[]
>`
  with counted as materialized (
    select a.stairwell_id, count(*)::int as doors
    from assignment a
    where ${doorsOf(db, reach)} and a.team_id is null and ${isLeft(db)}
    group by a.stairwell_id
  )
  select s.id as stairwell_id, s.community_id, k.name || ' ' || b.label || ' ' || s.label as place, n.doors as left,
         (count(*) over ())::int as total
  from counted n
  join stairwell s on s.street_id = ${reach.streetId} and s.id = n.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  order by k.name, b.position, s.position, s.id
  limit ${limit}`;

export const listWithoutPlan = (db: Db, reach: StuckReach, today: string) => db<
  (Counted & { teamId: string; name: string; communityId: string; left: number })[]
>`
  with counted as materialized (
    select a.team_id, count(*)::int as doors
    from assignment a
    where ${doorsOf(db, reach)} and a.team_id is not null and ${isLeft(db)}
    group by a.team_id
  )
  select t.id as team_id, t.name, t.community_id, n.doors as left, (count(*) over ())::int as total
  from counted n
  join team t on t.street_id = ${reach.streetId} and t.id = n.team_id
  where not exists (
    select 1 from plan p
    where p.street_id = t.street_id and p.round_id = ${reach.roundId} and p.team_id = t.id and p.day >= ${today}
      and p.cancelled_at is null and p.returned_at is null)
  order by t.name, t.id
  limit ${limit}`;

export type StuckDoorRow = Counted & {
  householdId: string;
  stairwellId: string;
  buildingId: string;
  communityId: string;
  address: string;
  teamId: string | null;
  teamName: string | null;
  attempts: number;
  /** The latest visit with the outcome asked for. */
  visitedOn: string;
  appointmentDay: string | null;
  appointmentFrom: string | null;
};

/** Doors that stand at one of these outcomes, settled or not, with the visit that brought them there. */
export const listDoorsAt = (
  db: Db,
  reach: StuckReach,
  at: { outcomes: readonly string[]; settled: boolean; appointmentBefore: string | null },
) => db<StuckDoorRow[]>`
  select a.household_id, a.stairwell_id, s.building_id, a.community_id,
         k.name || ' ' || b.label || ' ' || s.label || ' ' || h.room as address, a.team_id, t.name as team_name,
         a.attempts, v.visited_on, v.appointment_day, v.appointment_from, (count(*) over ())::int as total
  from assignment a
  join household h on h.street_id = a.street_id and h.id = a.household_id
  join stairwell s on s.street_id = a.street_id and s.id = a.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  left join team t on t.street_id = a.street_id and t.id = a.team_id
  cross join lateral (
    select w.visited_on, w.appointment_day, w.appointment_from
    from visit w
    where w.street_id = a.street_id and w.household_id = a.household_id and w.round_id = a.round_id
      and w.outcome = a.outcome
    order by w.occurred_at desc, w.received_at desc, w.id desc
    limit 1
  ) v
  where ${doorsOf(db, reach)} and a.outcome = any(${db.array([...at.outcomes])}::text[])
    and a.settled = ${at.settled}
    and (${at.appointmentBefore}::date is null or v.appointment_day < ${at.appointmentBefore}::date)
  order by k.name, b.position, s.position, h.floor desc, h.position, h.id
  limit ${limit}`;

/** Tablets on which people of the round's teams are signed in, and that were last heard of before an instant. */
export const listQuietTablets = (db: Db, reach: StuckReach, seenBefore: string) => db<
  (Counted & {
    deviceId: string;
    name: string;
    teams: { id: string; name: string }[];
    lastSeenAt: string | null;
    unsent: number | null;
  })[]
>`
  with walker as materialized (
    select t.id as team_id, t.name as team_name, w.person_id
    from round_team rt
    join team t on t.street_id = rt.street_id and t.id = rt.team_id and t.disbanded_at is null
    cross join lateral (
      select t.leader_id as person_id
      union
      select m.person_id from team_member m where m.street_id = t.street_id and m.team_id = t.id
    ) w
    where rt.street_id = ${reach.streetId} and rt.round_id = ${reach.roundId}
      and t.community_id = any(${db.array([...reach.communityIds])}::uuid[])
  ), quiet as (
    select distinct d.id as device_id, d.name, h.last_seen_at, d.unsent, w.team_id, w.team_name
    from walker w
    join device_credential c on c.person_id = w.person_id and c.revoked_at is null
    join device d on d.id = c.device_id and d.revoked_at is null
    cross join lateral (
      -- A push is written down with the device, a pull with whoever is signed in on it.
      select greatest(d.last_seen_at, max(e.seen_at)) as last_seen_at
      from device_credential e where e.device_id = d.id
    ) h
    where h.last_seen_at is null or h.last_seen_at < ${seenBefore}
  )
  select q.device_id, q.name, q.last_seen_at, q.unsent,
         jsonb_agg(jsonb_build_object('id', q.team_id, 'name', q.team_name) order by q.team_name) as teams,
         (count(*) over ())::int as total
  from quiet q
  group by q.device_id, q.name, q.last_seen_at, q.unsent
  order by q.last_seen_at nulls first, q.name, q.device_id
  limit ${limit}`;
