import type { Db, Transaction } from '@huhudao/db';

export type AmendableVisit = {
  id: string;
  roundId: string;
  householdId: string;
  personId: string;
  formHash: string;
  /** Of the visit's round. */
  questionnaireHash: string | null;
  state: string;
  attemptsWanted: number;
};

export const listAmendable = (db: Db, streetId: string, visitIds: string[]) => db<AmendableVisit[]>`
  select v.id, v.round_id, v.household_id, v.person_id, v.form_hash, r.questionnaire_hash, r.state,
         r.attempts_wanted
  from visit v
  join round r on r.street_id = v.street_id and r.id = v.round_id
  where v.street_id = ${streetId} and v.id = any(${db.array(visitIds)}::uuid[])`;

export type AmendmentRow = {
  id: string;
  visitId: string;
  outcome: string | null;
  formAnswers: unknown;
  topics: string[] | null;
  reason: string;
};

export const insertAmendments = (
  tx: Transaction,
  streetId: string,
  rows: AmendmentRow[],
  by: { personId: string | null; deviceId: string | null; receivedAt: string; changeNumber: number },
) => tx`
  insert into visit_amendment (
    street_id, id, visit_id, outcome, form_answers, topics, reason, person_id, device_id, received_at, change_number)
  select ${streetId}::uuid, m.id, m."visitId", m.outcome, m."formAnswers", m.topics, m.reason,
         ${by.personId}::uuid, ${by.deviceId}::uuid, ${by.receivedAt}::timestamptz, ${by.changeNumber}::bigint
  from jsonb_to_recordset(${tx.json(rows as never)})
    as m (id uuid, "visitId" uuid, outcome text, "formAnswers" jsonb, topics text[], reason text)`;
