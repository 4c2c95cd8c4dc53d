import type { Transaction } from '@huhudao/db';
import type { Outcome } from '@huhudao/domain';
import type { Door } from '../http/facts.queries.ts';

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

/** Unnested arrays, so that each door is found by its key (see `listDoorFacts`). */
export const updateStandings = (
  tx: Transaction,
  streetId: string,
  rows: readonly StandingRow[],
  changeNumber: number,
) => tx`
  update assignment a
  set attempts = s.attempts, latest_outcome = s.latest_outcome, latest_at = s.latest_at, outcome = s.outcome,
      settled = s.settled, change_number = ${changeNumber}
  from unnest(
    ${tx.array(rows.map((row) => row.roundId))}::uuid[],
    ${tx.array(rows.map((row) => row.householdId))}::uuid[],
    ${tx.array(rows.map((row) => String(row.attempts)))}::integer[],
    ${tx.array(rows.map((row) => row.latestOutcome))}::text[],
    ${tx.array(rows.map((row) => row.latestAt))}::timestamptz[],
    ${tx.array(rows.map((row) => row.outcome))}::text[],
    ${tx.array(rows.map((row) => String(row.settled)))}::boolean[]
  ) as s (round_id, household_id, attempts, latest_outcome, latest_at, outcome, settled)
  where a.street_id = ${streetId} and a.round_id = s.round_id and a.household_id = s.household_id`;

export type ProposalRow = { id: string; householdId: string; visitId: string; proposed: string };

/** A door whose occupancy already is what the visit found needs no proposal; one that waits is not doubled. */
export const insertProposals = (tx: Transaction, streetId: string, rows: ProposalRow[], at: string) => tx`
  insert into occupancy_proposal (street_id, id, household_id, visit_id, proposed, created_at)
  select ${streetId}::uuid, p.id, p."householdId", p."visitId", p.proposed, ${at}::timestamptz
  from jsonb_to_recordset(${tx.json(rows)}) as p (id uuid, "householdId" uuid, "visitId" uuid, proposed text)
  join household h on h.street_id = ${streetId}::uuid and h.id = p."householdId" and h.occupancy <> p.proposed
  on conflict (street_id, household_id) where decided_at is null do nothing`;
