import type { Db, Transaction } from '@huhudao/db';
import type { Answers, Condition, Definition } from '@huhudao/questionnaire';
import type { RuleRow } from './raise.queries.ts';

/** Each rule as it stands: its newest version, in force or not yet. */
export const listRules = (db: Db) => db<RuleRow[]>`
  select id, version, reason, condition, compiled, effective_from, effective_until, priority, due_days
  from (
    select distinct on (id) id, version, reason, condition, compiled, effective_from, effective_until, priority, due_days
    from revisit_rule
    order by id, version desc
  ) newest
  order by priority, reason, id`;

export type NewRuleVersion = {
  id: string;
  version: number;
  reason: string;
  condition: string | null;
  compiled: Condition | null;
  effectiveFrom: string;
  effectiveUntil: string | null;
  priority: number;
  dueDays: number;
};

export const insertRuleVersion = (
  tx: Transaction,
  rule: NewRuleVersion,
  by: { at: string; personId: string | null },
) => tx`
  insert into revisit_rule (
    id, version, reason, condition, compiled, effective_from, effective_until, priority, due_days, created_by, created_at)
  values (
    ${rule.id}, ${rule.version}, ${rule.reason}, ${rule.condition},
    ${rule.compiled === null ? null : tx.json(rule.compiled)}, ${rule.effectiveFrom}, ${rule.effectiveUntil},
    ${rule.priority}, ${rule.dueDays}, ${by.personId}, ${by.at})`;

/** Questionnaires that rounds may ask, the newest first. */
const asked = (db: Db) => db`
  from questionnaire_version v
  where v.kind = 'questionnaire' and v.retired_at is null
  order by v.published_at desc, v.number desc
  limit 50`;

export const listAskedVersions = (db: Db) => db<{ hash: string }[]>`select v.hash ${asked(db)}`;

/** The same with their words. */
export const listAskedDefinitions = (db: Db) => db<{ definition: Definition }[]>`
  select v.definition ${asked(db)}`;

export const findRoundVersion = (db: Db, streetId: string, roundId: string) => db<
  { questionnaireHash: string | null }[]
>`
  select questionnaire_hash from round
  where street_id = ${streetId} and id = ${roundId} and (assessor_id is null or released_at is not null)`;

/** Named answers of a round, a few at a time; each household's once. */
export const streamNamedAnswers = (db: Db, streetId: string, roundId: string) =>
  db<{ answers: Answers }[]>`
    select answers from response
    where street_id = ${streetId} and round_id = ${roundId} and counted and identity_mode = 'named'`.cursor(
    500,
  );
