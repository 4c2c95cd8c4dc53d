/** What is known of the rounds and doors that records name. */
import type { Db } from '@huhudao/db';
import type { RoundState, VisitFact } from '@huhudao/domain';
import { knownTo } from './rounds.queries.ts';

export type RoundFacts = {
  id: string;
  state: RoundState;
  openedAt: string | null;
  attemptsWanted: number;
  visitFormHash: string;
  questionnaireHash: string | null;
  /** An assessor's: nothing follows from it that others would see. */
  assessed: boolean;
  /** Teams of the round that the person visits with. */
  teamIds: string[];
};

/** Who sends records, and the communities they may record visits in. */
export type Visitor = { personId: string | null; visitsIn: readonly string[] };

export const listRoundFacts = (
  db: Db,
  streetId: string,
  roundIds: string[],
  { personId, visitsIn }: Visitor,
) => db<RoundFacts[]>`
  select r.id, r.state, r.opened_at, r.attempts_wanted, r.visit_form_hash, r.questionnaire_hash,
         r.assessor_id is not null as assessed,
         array(
           select rt.team_id
           from round_team rt
           join team t on t.street_id = rt.street_id and t.id = rt.team_id
           where rt.street_id = r.street_id and rt.round_id = r.id
             and t.community_id = any(${db.array([...visitsIn])}::uuid[])
             and (t.leader_id = ${personId} or exists (
               select 1 from team_member m
               where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId}))
         ) as team_ids
  from round r
  where r.street_id = ${streetId} and r.id = any(${db.array(roundIds)}::uuid[]) and ${knownTo(db, personId)}`;

export type Door = { roundId: string; householdId: string };

export type DoorFacts = Door & {
  communityId: string;
  stairwellId: string;
  teamId: string | null;
  /** Visits there so far, with their amended outcomes. */
  visits: (VisitFact & { teamId: string | null; visitedOn: string })[];
  /** A response of the household counts in the round already. */
  hasCounted: boolean;
};

/**
 * Doors that are assigned in their round. Unnested arrays are expected to be short, so that each door is looked up
 * by its key; a record set is expected to have a hundred rows, and the street is read from end to end.
 */
export const listDoorFacts = (db: Db, streetId: string, doors: readonly Door[]) => db<DoorFacts[]>`
  select a.round_id, a.household_id, a.community_id, a.stairwell_id, a.team_id,
         coalesce((
           select jsonb_agg(jsonb_build_object(
             'id', v.id, 'outcome', coalesce(c.outcome, v.outcome), 'personId', v.person_id, 'teamId', v.team_id,
             'visitedOn', v.visited_on,
             'occurredAt', to_char(v.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'receivedAt', to_char(v.received_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
           from visit v
           left join lateral (
             select m.outcome from visit_amendment m
             where m.street_id = v.street_id and m.visit_id = v.id and m.outcome is not null
             order by m.received_at desc, m.id desc
             limit 1
           ) c on true
           where v.street_id = a.street_id and v.household_id = a.household_id and v.round_id = a.round_id
         ), '[]'::jsonb) as visits,
         exists (
           select 1 from response r
           where r.street_id = a.street_id and r.round_id = a.round_id and r.household_id = a.household_id and r.counted
         ) as has_counted
  from unnest(${db.array(doors.map((door) => door.roundId))}::uuid[],
              ${db.array(doors.map((door) => door.householdId))}::uuid[]) as d (round_id, household_id)
  join assignment a on a.street_id = ${streetId} and a.round_id = d.round_id and a.household_id = d.household_id`;

/** Somebody who is said to have come along to a door. */
export type Companion = Door & { personId: string };

/**
 * Those who can have come along: people of a team of the round, building heads of the stairwell past and present, and
 * whoever has visited in the round. A team may have changed while the tablet was offline.
 */
export const listCompanions = (db: Db, streetId: string, named: readonly Companion[]) => db<Companion[]>`
  select c.round_id, c.household_id, c.person_id
  from unnest(${db.array(named.map((one) => one.roundId))}::uuid[],
              ${db.array(named.map((one) => one.householdId))}::uuid[],
              ${db.array(named.map((one) => one.personId))}::uuid[]) as c (round_id, household_id, person_id)
  where exists (
      select 1
      from round_team rt
      join team t on t.street_id = rt.street_id and t.id = rt.team_id
      where rt.street_id = ${streetId} and rt.round_id = c.round_id
        and (t.leader_id = c.person_id or exists (
          select 1 from team_member m
          where m.street_id = t.street_id and m.team_id = t.id and m.person_id = c.person_id)))
    or exists (
      select 1
      from steward_term s
      join household h on h.street_id = s.street_id and h.stairwell_id = s.stairwell_id
      where s.street_id = ${streetId} and s.person_id = c.person_id and h.id = c.household_id)
    or exists (
      select 1 from visit v
      where v.street_id = ${streetId} and v.round_id = c.round_id and v.person_id = c.person_id)`;
