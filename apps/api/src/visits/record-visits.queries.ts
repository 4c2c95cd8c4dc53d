import type { Db, Transaction } from '@huhudao/db';
import type { Outcome, RoundState, VisitFact } from '@huhudao/domain';

export type RoundFacts = {
  id: string;
  state: RoundState;
  openedAt: string | null;
  attemptsWanted: number;
  visitFormHash: string;
  questionnaireHash: string | null;
  /** Teams of the round that the person is in or leads. */
  teamIds: string[];
};

export const listRoundFacts = (db: Db, streetId: string, roundIds: string[], personId: string | null) => db<
  RoundFacts[]
>`
  select r.id, r.state, r.opened_at, r.attempts_wanted, r.visit_form_hash, r.questionnaire_hash,
         array(
           select rt.team_id
           from round_team rt
           join team t on t.street_id = rt.street_id and t.id = rt.team_id
           where rt.street_id = r.street_id and rt.round_id = r.id
             and (t.leader_id = ${personId} or exists (
               select 1 from team_member m
               where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId}))
         ) as team_ids
  from round r
  where r.street_id = ${streetId} and r.id in ${db(roundIds)}`;

export type Door = { roundId: string; householdId: string };

export type AssignmentFacts = Door & {
  communityId: string;
  stairwellId: string;
  teamId: string | null;
  /** Visits there so far, with their amended outcomes. */
  visits: (VisitFact & { teamId: string | null; visitedOn: string })[];
};

export const listAssignmentFacts = (db: Db, streetId: string, doors: Door[]) => db<AssignmentFacts[]>`
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
         ), '[]'::jsonb) as visits
  from assignment a
  join jsonb_to_recordset(${db.json(doors)}) as d ("roundId" uuid, "householdId" uuid)
    on d."roundId" = a.round_id and d."householdId" = a.household_id
  where a.street_id = ${streetId}`;

export type VisitRow = {
  id: string;
  roundId: string;
  householdId: string;
  communityId: string;
  stairwellId: string;
  teamId: string | null;
  companions: string[];
  present: string[];
  outcome: Outcome;
  completionMode: string | null;
  appointmentDay: string | null;
  appointmentFrom: string | null;
  appointmentUntil: string | null;
  formHash: string;
  formAnswers: unknown;
  topics: string[];
  deviceSequence: number;
  deviceTime: string;
  skewMs: number;
  skewDoubtful: boolean;
  receivedAt: string;
  occurredAt: string;
  visitedOn: string;
  parallel: boolean;
  reassigned: boolean;
};

export const insertVisits = (
  tx: Transaction,
  streetId: string,
  rows: VisitRow[],
  by: { personId: string | null; deviceId: string | null; changeNumber: number },
) => tx`
  insert into visit (
    street_id, id, round_id, household_id, community_id, stairwell_id, team_id, person_id, device_id, companions,
    present, outcome, completion_mode, appointment_day, appointment_from, appointment_until, form_hash, form_answers,
    topics, device_sequence, device_time, skew_ms, skew_doubtful, received_at, occurred_at, visited_on, parallel,
    reassigned, change_number)
  select ${streetId}::uuid, v.id, v."roundId", v."householdId", v."communityId", v."stairwellId", v."teamId",
         ${by.personId}::uuid, ${by.deviceId}::uuid, v.companions, v.present, v.outcome, v."completionMode",
         v."appointmentDay", v."appointmentFrom", v."appointmentUntil", v."formHash", v."formAnswers", v.topics,
         v."deviceSequence", v."deviceTime", v."skewMs", v."skewDoubtful", v."receivedAt", v."occurredAt",
         v."visitedOn", v.parallel, v.reassigned, ${by.changeNumber}::bigint
  from jsonb_to_recordset(${tx.json(rows as never)}) as v (
    id uuid, "roundId" uuid, "householdId" uuid, "communityId" uuid, "stairwellId" uuid, "teamId" uuid,
    companions uuid[], present text[], outcome text, "completionMode" text, "appointmentDay" date,
    "appointmentFrom" time, "appointmentUntil" time, "formHash" text, "formAnswers" jsonb, topics text[],
    "deviceSequence" bigint, "deviceTime" timestamptz, "skewMs" bigint, "skewDoubtful" boolean,
    "receivedAt" timestamptz, "occurredAt" timestamptz, "visitedOn" date, parallel boolean, reassigned boolean)`;

export type StandingRow = Door & {
  attempts: number;
  latestOutcome: Outcome | null;
  latestAt: string | null;
  outcome: Outcome | null;
  settled: boolean;
};

export const updateStandings = (
  tx: Transaction,
  streetId: string,
  rows: StandingRow[],
  changeNumber: number,
) => tx`
  update assignment a
  set attempts = s.attempts, latest_outcome = s."latestOutcome", latest_at = s."latestAt", outcome = s.outcome,
      settled = s.settled, change_number = ${changeNumber}
  from jsonb_to_recordset(${tx.json(rows)}) as s (
    "roundId" uuid, "householdId" uuid, attempts integer, "latestOutcome" text, "latestAt" timestamptz,
    outcome text, settled boolean)
  where a.street_id = ${streetId} and a.round_id = s."roundId" and a.household_id = s."householdId"`;

export type ProposalRow = { id: string; householdId: string; visitId: string; proposed: string };

/** A door whose occupancy already is what the visit found needs no proposal; one that waits is not doubled. */
export const insertProposals = (tx: Transaction, streetId: string, rows: ProposalRow[], at: string) => tx`
  insert into occupancy_proposal (street_id, id, household_id, visit_id, proposed, created_at)
  select ${streetId}::uuid, p.id, p."householdId", p."visitId", p.proposed, ${at}::timestamptz
  from jsonb_to_recordset(${tx.json(rows)}) as p (id uuid, "householdId" uuid, "visitId" uuid, proposed text)
  join household h on h.street_id = ${streetId}::uuid and h.id = p."householdId" and h.occupancy <> p.proposed
  on conflict (street_id, household_id) where decided_at is null do nothing`;
