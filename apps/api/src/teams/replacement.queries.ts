import type { Db, Transaction } from '@huhudao/db';

export type TeamInHand = {
  teamId: string;
  name: string;
  communityId: string;
  leads: boolean;
  doors: number;
  plans: number;
};

/** Doors that a team has left in open rounds. */
const openDoors = (db: Db) => db`
  select a.round_id, a.household_id
  from assignment a
  join round r on r.street_id = a.street_id and r.id = a.round_id and r.state = 'open'
  where a.street_id = t.street_id and a.team_id = t.id and not a.settled`;

/** The teams of a person in some communities with what they have in hand; `today` is a Shanghai date. */
export const listTeamsInHand = (
  db: Db,
  streetId: string,
  personId: string,
  communityIds: readonly string[],
  today: string,
) => db<TeamInHand[]>`
  select t.id as team_id, t.name, t.community_id, t.leader_id = ${personId} as leads,
         (select count(*)::int from (${openDoors(db)}) d) as doors,
         (
           select count(*)::int from plan p
           where p.street_id = t.street_id and p.team_id = t.id and p.day >= ${today} and p.cancelled_at is null
             and p.returned_at is null
         ) as plans
  from team t
  where t.street_id = ${streetId} and t.disbanded_at is null
    and t.community_id = any(${db.array([...communityIds])}::uuid[])
    and (t.leader_id = ${personId} or exists (
      select 1 from team_member m
      where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId}))
  order by t.name, t.id`;

/** Somebody who holds or held a role in one of the areas, or is in a team there. */
export const findPerson = (db: Db, personId: string, areaIds: readonly string[]) => db<
  { id: string; name: string }[]
>`
  select p.id, p.name
  from person p
  where p.id = ${personId} and exists (
    select 1 from role_grant g where g.person_id = p.id and g.area_id = any(${db.array([...areaIds])}::uuid[]))`;

export const countRevisits = (
  db: Db,
  streetId: string,
  personId: string,
  communityIds: readonly string[],
) => db<{ revisits: number }[]>`
  select count(*)::int as revisits from revisit
  where street_id = ${streetId} and owner_id = ${personId} and state in ('open', 'planned', 'visited')
    and community_id = any(${db.array([...communityIds])}::uuid[])`;

/** Where the open revisits of a person are: whoever takes them must be fit to visit there. */
export const listRevisitCommunities = (
  tx: Transaction,
  streetId: string,
  personId: string,
  communityIds: readonly string[],
) => tx<{ communityId: string }[]>`
  select distinct community_id from revisit
  where street_id = ${streetId} and owner_id = ${personId} and state in ('open', 'planned', 'visited')
    and community_id = any(${tx.array([...communityIds])}::uuid[])`;

export const setLeader = async (tx: Transaction, streetId: string, teamId: string, personId: string) => {
  await tx`delete from team_member where street_id = ${streetId} and team_id = ${teamId} and person_id = ${personId}`;
  await tx`update team set leader_id = ${personId} where street_id = ${streetId} and id = ${teamId}`;
};

export const removeMember = (tx: Transaction, streetId: string, teamId: string, personId: string) => tx`
  delete from team_member where street_id = ${streetId} and team_id = ${teamId} and person_id = ${personId}`;

/** A leader is not a member besides. */
export const addMember = (tx: Transaction, streetId: string, teamId: string, personId: string) => tx`
  insert into team_member (street_id, team_id, person_id)
  select t.street_id, t.id, ${personId}::uuid
  from team t
  where t.street_id = ${streetId} and t.id = ${teamId} and t.leader_id <> ${personId}
  on conflict do nothing`;

export const countStanding = (
  tx: Transaction,
  streetId: string,
  teamId: string,
  communityIds: readonly string[],
) => tx<{ count: number }[]>`
  select count(*)::int as count from team
  where street_id = ${streetId} and id = ${teamId} and disbanded_at is null
    and community_id = any(${tx.array([...communityIds])}::uuid[])`;

/** The other team takes part in every open round in which the first has doors left. */
export const joinRounds = (tx: Transaction, streetId: string, teamId: string, otherTeamId: string) => tx`
  insert into round_team (street_id, round_id, team_id)
  select distinct a.street_id, a.round_id, ${otherTeamId}::uuid
  from assignment a
  join round r on r.street_id = a.street_id and r.id = a.round_id and r.state = 'open'
  where a.street_id = ${streetId} and a.team_id = ${teamId} and not a.settled
  on conflict do nothing`;

/** Doors that are settled stay with the team that settled them. */
export const moveDoors = (
  tx: Transaction,
  streetId: string,
  teamId: string,
  otherTeamId: string,
  changeNumber: number,
) => tx`
  update assignment a
  set former_team_ids = array_append(a.former_team_ids, a.team_id), team_id = ${otherTeamId},
      change_number = ${changeNumber}
  from round r
  where r.street_id = a.street_id and r.id = a.round_id and r.state = 'open'
    and a.street_id = ${streetId} and a.team_id = ${teamId} and not a.settled`;

export type PlanInHand = {
  id: string;
  roundId: string;
  stairwellId: string;
  day: string;
  from: string;
  until: string;
  note: string | null;
  createdBy: string;
};

/** Plans of a team from today on, each taken back: whoever pulls them learns that they went. */
export const cancelPlansAhead = (
  tx: Transaction,
  streetId: string,
  teamId: string,
  today: string,
  by: { at: string; changeNumber: number },
) => tx<PlanInHand[]>`
  update plan set cancelled_at = ${by.at}, change_number = ${by.changeNumber}
  where street_id = ${streetId} and team_id = ${teamId} and day >= ${today} and cancelled_at is null
    and returned_at is null
  returning id, round_id, stairwell_id, day, starts_at as "from", ends_at as until, note, created_by`;

/** Makes the plan again for another team, unless that team is elsewhere then or a third has the stairwell that day. */
export const insertPlanAgain = (
  tx: Transaction,
  streetId: string,
  plan: PlanInHand & { newId: string; teamId: string },
  by: { at: string; changeNumber: number },
) => tx`
  insert into plan (
    street_id, id, round_id, stairwell_id, team_id, day, starts_at, ends_at, during, note, created_by, created_at,
    change_number)
  select ${streetId}::uuid, ${plan.newId}::uuid, ${plan.roundId}::uuid, ${plan.stairwellId}::uuid, ${plan.teamId}::uuid,
         ${plan.day}::date, ${plan.from}::time, ${plan.until}::time, d.during, ${plan.note}, ${plan.createdBy}::uuid,
         ${by.at}::timestamptz, ${by.changeNumber}::bigint
  from (
    select tsrange(${`${plan.day} ${plan.from}`}::timestamp, ${`${plan.day} ${plan.until}`}::timestamp) as during
  ) d
  where not exists (
    select 1 from plan p
    where p.street_id = ${streetId} and p.cancelled_at is null and p.returned_at is null
      and (p.team_id = ${plan.teamId} and p.during && d.during
        or p.team_id <> ${plan.teamId} and p.stairwell_id = ${plan.stairwellId} and p.day = ${plan.day}::date))`;

export const disband = (tx: Transaction, streetId: string, teamId: string, at: string) => tx`
  update team set disbanded_at = ${at} where street_id = ${streetId} and id = ${teamId}`;

export const moveRevisits = (
  tx: Transaction,
  streetId: string,
  personId: string,
  toId: string | null,
  communityIds: readonly string[],
  changeNumber: number,
) => tx`
  update revisit
  set owner_id = ${toId}, former_owner_ids = array_append(former_owner_ids, owner_id), change_number = ${changeNumber}
  where street_id = ${streetId} and owner_id = ${personId} and state in ('open', 'planned', 'visited')
    and community_id = any(${tx.array([...communityIds])}::uuid[])`;
