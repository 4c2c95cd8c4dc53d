import type { Db, Transaction } from '@huhudao/db';
import type { Answers } from '@huhudao/questionnaire';
import type { RollupRow } from './responses.queries.ts';

export type CountedRow = {
  roundId: string;
  communityId: string;
  completionMode: string;
  versionHash: string;
  answers: Answers;
};

/** The questionnaires of a street's rounds: a response answers that of its round. */
export const listAsked = (db: Db, streetId: string) => db<{ hash: string }[]>`
  select distinct questionnaire_hash as hash from round
  where street_id = ${streetId} and questionnaire_hash is not null`;

/** Every response of a street that counts, a named or confidential one as well as an anonymous one. */
export const countedResponses = (db: Db, streetId: string) => db<CountedRow[]>`
  select round_id, community_id, completion_mode, version_hash, answers
  from response where street_id = ${streetId} and counted
  union all
  select round_id, community_id, completion_mode, version_hash, answers
  from anonymous_response where street_id = ${streetId} and counted`;

export const listRollup = (db: Db, streetId: string) => db<RollupRow[]>`
  select round_id, community_id, mode, item, code, count from rollup where street_id = ${streetId}`;

/** Puts counts in the place of those that are kept; a count of nothing is taken away. */
export const replaceCounts = (tx: Transaction, streetId: string, rows: RollupRow[]) => tx`
  with wanted as (
    select r."roundId" as round_id, r."communityId" as community_id, r.mode, r.item, r.code, r.count
    from jsonb_to_recordset(${tx.json(rows)})
      as r ("roundId" uuid, "communityId" uuid, mode text, item text, code text, count integer)
  ), gone as (
    delete from rollup k using wanted w
    where k.street_id = ${streetId} and k.round_id = w.round_id and k.community_id = w.community_id
      and k.mode = w.mode and k.item = w.item and k.code = w.code and w.count = 0
  )
  insert into rollup (street_id, round_id, community_id, mode, item, code, count)
  select ${streetId}::uuid, w.round_id, w.community_id, w.mode, w.item, w.code, w.count
  from wanted w where w.count > 0
  on conflict (street_id, round_id, community_id, mode, item, code) do update set count = excluded.count`;
