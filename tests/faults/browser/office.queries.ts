/** What the office holds, with the words by which the ledger knows it. */
import type { Db } from '@huhudao/db';
import type { IdentityMode, Outcome } from '@huhudao/domain';

export type VisitAtOffice = {
  id: string;
  person: string;
  room: string;
  outcome: Outcome;
  deviceTime: string;
  occurredAt: string;
  visitedOn: string;
  receivedAt: string;
  parallel: boolean;
  reassigned: boolean;
  skewMs: number;
  skewDoubtful: boolean;
};

export const listVisits = (db: Db, streetId: string) => db<VisitAtOffice[]>`
  select v.id, p.name as person, h.room, v.outcome, v.device_time, v.occurred_at, v.visited_on, v.received_at, v.parallel,
         v.reassigned, v.skew_ms, v.skew_doubtful
  from visit v
  join household h on h.street_id = v.street_id and h.id = v.household_id
  join person p on p.id = v.person_id
  where v.street_id = ${streetId}
  order by v.change_number, v.device_sequence`;

export type ResponseAtOffice = {
  room: string;
  mode: IdentityMode;
  answers: Record<string, unknown>;
  counted: boolean;
};

export const listResponses = (db: Db, streetId: string) => db<ResponseAtOffice[]>`
  select h.room, r.identity_mode as mode, r.answers, r.counted
  from response r
  join household h on h.street_id = r.street_id and h.id = r.household_id
  where r.street_id = ${streetId}`;

/** By which version each door's answers were asked for. */
export const listVersions = (db: Db, streetId: string) => db<{ room: string; hash: string }[]>`
  select h.room, r.version_hash as hash
  from response r
  join household h on h.street_id = r.street_id and h.id = r.household_id
  where r.street_id = ${streetId}`;

export const listAnonymous = (db: Db, streetId: string) => db<{ answers: Record<string, unknown> }[]>`
  select answers from anonymous_response where street_id = ${streetId}`;

/** What was refused, whoever it came from. */
export const listRefused = (db: Db, streetId: string) => db<{ code: string; room: string }[]>`
  select q.problem_code as code, h.room
  from quarantine q
  join household h on h.street_id = q.street_id and h.id = (q.body -> 'payload' ->> 'householdId')::uuid
  where q.street_id = ${streetId} and q.kind = 'recordVisit'`;
