import type { Db, Transaction } from '@huhudao/db';
import type { RevisitReason } from '@huhudao/domain';
import type { Condition } from '@huhudao/questionnaire';

export type RuleRow = {
  id: string;
  version: number;
  reason: RevisitReason;
  condition: string | null;
  compiled: Condition | null;
  effectiveFrom: string;
  effectiveUntil: string | null;
  priority: number;
  dueDays: number;
};

/** The newest version of each rule, where it is in force on the day. */
export const listRulesInForce = (db: Db, day: string) => db<RuleRow[]>`
  select id, version, reason, condition, compiled, effective_from, effective_until, priority, due_days
  from (
    select distinct on (id) id, version, reason, condition, compiled, effective_from, effective_until, priority, due_days
    from revisit_rule
    where effective_from <= ${day}
    order by id, version desc
  ) newest
  where effective_until is null or effective_until >= ${day}
  order by priority, id`;

export type RaisedRow = {
  id: string;
  householdId: string;
  communityId: string;
  roundId: string | null;
  reason: RevisitReason;
  ruleId: string | null;
  ruleVersion: number | null;
  dueOn: string;
  priority: number;
  topics: readonly string[];
};

/** A household that is already flagged for a reason is not flagged twice; what it now wants to talk about besides is added. */
export const insertRevisits = (
  tx: Transaction,
  streetId: string,
  rows: RaisedRow[],
  by: { at: string; personId: string | null; changeNumber: number },
) => tx`
  insert into revisit (
    street_id, id, household_id, community_id, round_id, reason, rule_id, rule_version, state, due_on, priority, topics,
    raised_at, raised_by, change_number)
  select ${streetId}::uuid, r.id, r."householdId", r."communityId", r."roundId", r.reason, r."ruleId", r."ruleVersion",
         'open', r."dueOn", r.priority, r.topics, ${by.at}::timestamptz, ${by.personId}::uuid, ${by.changeNumber}::bigint
  from jsonb_to_recordset(${tx.json(rows)}) as r (
    id uuid, "householdId" uuid, "communityId" uuid, "roundId" uuid, reason text, "ruleId" uuid, "ruleVersion" integer,
    "dueOn" date, priority integer, topics text[])
  on conflict (street_id, household_id, reason) where state in ('open', 'planned', 'visited')
  do update set topics = revisit.topics || array(
    select t from unnest(excluded.topics) with ordinality as added (t, place)
    where t <> all(revisit.topics)
    order by place
  ), change_number = excluded.change_number`;

/**
 * At a round's end: where another open round owes the door an attempt as well, the flag is that round's from now on,
 * that of the nearest deadline first.
 */
export const handOverAttemptsLeft = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  changeNumber: number,
) => tx`
  update revisit v set round_id = o.round_id, change_number = ${changeNumber}
  from (
    select distinct on (a.household_id) a.household_id, a.round_id
    from assignment a
    join round r on r.street_id = a.street_id and r.id = a.round_id
    where a.street_id = ${streetId} and r.id <> ${roundId} and r.state = 'open' and r.assessor_id is null
      and not a.settled
      and a.outcome in ('notHome', 'noAccess')
    order by a.household_id, r.deadline, r.id
  ) o
  where v.street_id = ${streetId} and v.round_id = ${roundId} and v.reason = 'attemptsLeft'
    and v.state in ('open', 'planned', 'visited') and o.household_id = v.household_id`;

/** What a round that ends leaves over: nobody comes any more. */
export const endAttemptsLeft = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  cause: string,
  by: { at: string; personId: string | null; changeNumber: number },
) => tx`
  update revisit
  set state = 'unresolved', cause = coalesce(cause, ${cause}), resolved_at = ${by.at}, resolved_by = ${by.personId},
      change_number = ${by.changeNumber}
  where street_id = ${streetId} and round_id = ${roundId} and reason = 'attemptsLeft'
    and state in ('open', 'planned', 'visited')`;

/** Attempts that were left are made, or the door is settled: nothing is owed any more. */
export const settleAttemptsLeft = (
  tx: Transaction,
  streetId: string,
  householdIds: string[],
  at: string,
  changeNumber: number,
) => tx`
  update revisit set state = 'resolved', resolved_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and household_id = any(${tx.array(householdIds)}::uuid[]) and reason = 'attemptsLeft'
    and state in ('open', 'planned', 'visited')`;
