import type { Db, Transaction } from '@huhudao/db';
import type { ChangedPlan, LeasedSlot, PlanRequest, RoundState } from '@huhudao/domain';

export type PlanContextRow = {
  state: RoundState;
  startsOn: string;
  deadline: string;
  teamIds: string[];
  stairwellInRound: boolean;
  looksAfter: boolean;
  ledTeamIds: string[];
};

/** What decides whether a person may plan a stairwell in a round. `today` is a Shanghai date. */
export const findPlanContext = (
  db: Db,
  streetId: string,
  roundId: string,
  stairwellId: string,
  personId: string | null,
  today: string,
) => db<PlanContextRow[]>`
  select r.state, r.starts_on, r.deadline,
         array(select rt.team_id from round_team rt where rt.street_id = r.street_id and rt.round_id = r.id) as team_ids,
         exists (
           select 1 from assignment a
           where a.street_id = r.street_id and a.round_id = r.id and a.stairwell_id = ${stairwellId}) as stairwell_in_round,
         exists (
           select 1 from steward_term s
           where s.street_id = r.street_id and s.stairwell_id = ${stairwellId} and s.person_id = ${personId}
             and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today})) as looks_after,
         array(
           select t.id from team t
           where t.street_id = r.street_id and t.leader_id = ${personId} and t.disbanded_at is null) as led_team_ids
  from round r
  where r.street_id = ${streetId} and r.id = ${roundId} and r.assessor_id is null`;

/** A plan as people are told of it. */
export type ToldPlan = PlanRequest & { id: string; roundId: string; createdBy: string };

/** Plans of the whole street on a day: a team may be busy in another round. */
export const listPlansOn = (db: Db, streetId: string, day: string) => db<(LeasedSlot & ToldPlan)[]>`
  select p.id, p.round_id, p.stairwell_id, p.team_id, p.day, p.starts_at as "from", p.ends_at as until, p.created_by,
         exists (
           select 1
           from assignment a
           join visit v on v.street_id = a.street_id and v.household_id = a.household_id and v.round_id = a.round_id
           where a.street_id = p.street_id and a.stairwell_id = p.stairwell_id and a.attempts > 0
             and v.team_id = p.team_id and v.visited_on = p.day) as visited
  from plan p
  where p.street_id = ${streetId} and p.day = ${day} and p.cancelled_at is null and p.returned_at is null`;

/** Slots that have passed without a visit make way for another team's. */
export const markReturned = (
  tx: Transaction,
  streetId: string,
  ids: readonly string[],
  at: string,
  changeNumber: number,
) => tx`
  update plan set returned_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = any(${tx.array([...ids])}::uuid[])`;

export const insertPlan = (
  tx: Transaction,
  plan: PlanRequest & {
    streetId: string;
    id: string;
    roundId: string;
    note: string | null;
    createdBy: string | null;
    acceptedAt: string | null;
    at: string;
    changeNumber: number;
  },
) => tx`
  insert into plan (
    street_id, id, round_id, stairwell_id, team_id, day, starts_at, ends_at, during, note, created_by, created_at,
    accepted_at, change_number)
  values (
    ${plan.streetId}, ${plan.id}, ${plan.roundId}, ${plan.stairwellId}, ${plan.teamId}, ${plan.day}, ${plan.from},
    ${plan.until}, tsrange(${`${plan.day} ${plan.from}`}::timestamp, ${`${plan.day} ${plan.until}`}::timestamp),
    ${plan.note}, ${plan.createdBy}, ${plan.at}, ${plan.acceptedAt}, ${plan.changeNumber})`;

/** What a transaction, known by its change number and instant, has made or taken back in a stairwell. */
export const listChangedNow = (
  db: Db,
  streetId: string,
  { roundId, stairwellId }: { roundId: string; stairwellId: string },
  { changeNumber, at }: { changeNumber: number; at: string },
) => db<(ToldPlan & ChangedPlan)[]>`
  select id, round_id, stairwell_id, team_id, day, starts_at as "from", ends_at as until, created_by,
         created_at = ${at} as made_here, cancelled_at is not null as gone
  from plan
  where street_id = ${streetId} and round_id = ${roundId} and stairwell_id = ${stairwellId}
    and change_number = ${changeNumber} and returned_at is null
  order by day, starts_at, id`;

/** Who looks after a stairwell on a Shanghai date. */
export const listStewards = (db: Db, streetId: string, stairwellId: string, today: string) => db<
  { personId: string }[]
>`
  select distinct person_id from steward_term
  where street_id = ${streetId} and stairwell_id = ${stairwellId}
    and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})`;

export type StandingPlan = ToldPlan & {
  communityId: string;
  leaderId: string;
  cancelledAt: string | null;
};

export const findPlan = (db: Db, streetId: string, id: string) => db<StandingPlan[]>`
  select p.id, p.round_id, p.stairwell_id, p.team_id, p.day, p.starts_at as "from", p.ends_at as until, p.created_by,
         s.community_id, t.leader_id, p.cancelled_at
  from plan p
  join stairwell s on s.street_id = p.street_id and s.id = p.stairwell_id
  join team t on t.street_id = p.street_id and t.id = p.team_id
  where p.street_id = ${streetId} and p.id = ${id}`;

export const markCancelled = (
  tx: Transaction,
  streetId: string,
  id: string,
  at: string,
  changeNumber: number,
) => tx`
  update plan set cancelled_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${id} and cancelled_at is null`;

/** A plan that was taken back, or gave its stairwell back, stays as it is. */
export const markAccepted = (
  tx: Transaction,
  streetId: string,
  id: string,
  at: string,
  changeNumber: number,
) => tx`
  update plan set accepted_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${id} and accepted_at is null and cancelled_at is null
    and returned_at is null`;

export type PlanRow = {
  id: string;
  roundId: string;
  stairwellId: string;
  place: string;
  teamId: string;
  teamName: string;
  day: string;
  from: string;
  until: string;
  note: string | null;
  accepted: boolean;
};

export const listPlans = (db: Db, streetId: string, roundId: string, communityIds: readonly string[]) => db<
  PlanRow[]
>`
  select p.id, p.round_id, p.stairwell_id, k.name || ' ' || b.label || ' ' || s.label as place, p.team_id,
         t.name as team_name, p.day, p.starts_at as "from", p.ends_at as until, p.note,
         p.accepted_at is not null as accepted
  from plan p
  join stairwell s on s.street_id = p.street_id and s.id = p.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join team t on t.street_id = p.street_id and t.id = p.team_id
  join round r on r.street_id = p.street_id and r.id = p.round_id
  where p.street_id = ${streetId} and p.round_id = ${roundId} and p.cancelled_at is null
    and p.returned_at is null
    and s.community_id in ${db(communityIds)} and r.assessor_id is null
  order by p.day, p.starts_at, place, p.id`;

export const findStairwellCommunity = (db: Db, streetId: string, stairwellId: string) => db<
  { communityId: string }[]
>`
  select community_id from stairwell where street_id = ${streetId} and id = ${stairwellId}`;
