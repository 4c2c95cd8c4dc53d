import type { Db, Transaction } from '@huhudao/db';
import type { RevisitState } from '@huhudao/domain';

/**
 * A revisit, and whether it is the person's to record: it was given to them (and what was done before it went to
 * somebody else arrives late), or the household is on the list of a team they are in.
 */
export type RecordableRevisit = { id: string; state: RevisitState; mine: boolean };

export const listRecordable = (db: Db, streetId: string, ids: string[], personId: string | null) => db<
  RecordableRevisit[]
>`
  select v.id, v.state,
         ${personId}::uuid is not distinct from v.owner_id or ${personId}::uuid = any(v.former_owner_ids) or exists (
           select 1
           from assignment a
           join team t on t.street_id = a.street_id and t.id = a.team_id
           where a.street_id = v.street_id and a.household_id = v.household_id
             and (t.leader_id = ${personId} or exists (
               select 1 from team_member m
               where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId}))
         ) as mine
  from revisit v
  where v.street_id = ${streetId} and v.id in ${db(ids)}`;

export const updateRecorded = (
  tx: Transaction,
  streetId: string,
  revisit: {
    id: string;
    state: RevisitState;
    cause: string | null;
    explanation: string | null;
    promise: string | null;
  },
  by: { personId: string | null; at: string; ended: boolean; changeNumber: number },
) => tx`
  update revisit
  set state = ${revisit.state},
      cause = coalesce(${revisit.cause}, cause),
      explanation = coalesce(${revisit.explanation}, explanation),
      promise = coalesce(${revisit.promise}, promise),
      resolved_at = case when ${by.ended} then ${by.at}::timestamptz end,
      resolved_by = case when ${by.ended} then ${by.personId}::uuid end,
      change_number = ${by.changeNumber}
  where street_id = ${streetId} and id = ${revisit.id}`;
