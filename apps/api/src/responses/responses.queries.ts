import type { Db, Transaction } from '@huhudao/db';
import type { RoundState } from '@huhudao/domain';
import { knownTo, takesPart } from '../http/rounds.queries.ts';

export type ResponseRound = {
  id: string;
  state: RoundState;
  openedAt: string | null;
  questionnaireHash: string | null;
  communityIds: string[];
  /** True where the person is in or leads a team of the round. */
  takesPart: boolean;
};

export const listResponseRounds = (
  db: Db,
  streetId: string,
  roundIds: string[],
  personId: string | null,
) => db<ResponseRound[]>`
  select r.id, r.state, r.opened_at, r.questionnaire_hash,
         array(select jsonb_array_elements_text(r.scope -> 'communityIds')) as community_ids,
         ${takesPart(db, personId)} as takes_part
  from round r
  where r.street_id = ${streetId} and r.id = any(${db.array(roundIds)}::uuid[]) and ${knownTo(db, personId)}`;

export type ResponseRow = {
  id: string;
  roundId: string;
  householdId: string;
  communityId: string;
  versionHash: string;
  identityMode: string;
  completionMode: string;
  complete: boolean;
  counted: boolean;
  consentedAt: string;
  receivedAt: string;
  eligibleAdults?: number | undefined;
  answers: unknown;
};

export const insertResponses = (tx: Transaction, streetId: string, rows: ResponseRow[]) => tx`
  insert into response (
    street_id, id, round_id, household_id, community_id, version_hash, identity_mode, completion_mode, complete,
    counted, consented_at, received_at, eligible_adults, answers)
  select ${streetId}::uuid, r.id, r."roundId", r."householdId", r."communityId", r."versionHash", r."identityMode",
         r."completionMode", r.complete, r.counted, r."consentedAt", r."receivedAt",
         r."eligibleAdults", r.answers
  from jsonb_to_recordset(${tx.json(rows as never)}) as r (
    id uuid, "roundId" uuid, "householdId" uuid, "communityId" uuid, "versionHash" text, "identityMode" text,
    "completionMode" text, complete boolean, counted boolean, "consentedAt" timestamptz, "receivedAt" timestamptz,
    "eligibleAdults" smallint, answers jsonb)`;

export type RollupRow = {
  roundId: string;
  communityId: string;
  mode: string;
  item: string;
  code: string;
  count: number;
};

/** Sorted by the caller, so that two transactions take the rows in the same order. */
export const addToRollup = (tx: Transaction, streetId: string, rows: RollupRow[]) => tx`
  insert into rollup (street_id, round_id, community_id, mode, item, code, count)
  select ${streetId}::uuid, r."roundId", r."communityId", r.mode, r.item, r.code, r.count
  from jsonb_to_recordset(${tx.json(rows)})
    as r ("roundId" uuid, "communityId" uuid, mode text, item text, code text, count integer)
  on conflict (street_id, round_id, community_id, mode, item, code)
  do update set count = rollup.count + excluded.count`;

export type AnonymousRow = {
  id: string;
  roundId: string;
  communityId: string;
  versionHash: string;
  completionMode: string;
  complete: boolean;
  counted: boolean;
  eligibleAdults?: number | undefined;
  answers: unknown;
};

/**
 * Writes responses, and up to `mixedWith` of those already there of the same round and community anew with them, in an
 * order that tells nothing: the place of a row in the table and the transaction it was written in would otherwise tell
 * when it came, and so from which tablet. `gen_random_uuid` draws from a cryptographic source; `random()` does not.
 */
export const insertAnonymousMixed = (
  tx: Transaction,
  streetId: string,
  rows: AnonymousRow[],
  mixedWith: number,
) => tx<{ id: string }[]>`
  with fresh as (
    select r.id, r."roundId" as round_id, r."communityId" as community_id, r."versionHash" as version_hash,
           r."completionMode" as completion_mode, r.complete, r.counted,
           r."eligibleAdults" as eligible_adults, r.answers
    from jsonb_to_recordset(${tx.json(rows as never)}) as r (
      id uuid, "roundId" uuid, "communityId" uuid, "versionHash" text, "completionMode" text, complete boolean,
      counted boolean, "eligibleAdults" smallint, answers jsonb)
  ), chosen as (
    select a.id
    from anonymous_response a
    where a.street_id = ${streetId}
      and (a.round_id, a.community_id) in (select f.round_id, f.community_id from fresh f)
    order by gen_random_uuid()
    limit ${mixedWith}
  ), taken as (
    delete from anonymous_response a
    where a.street_id = ${streetId} and a.id in (select c.id from chosen c)
    returning a.id, a.round_id, a.community_id, a.version_hash, a.completion_mode, a.complete, a.counted,
              a.eligible_adults, a.answers
  )
  insert into anonymous_response (street_id, id, round_id, community_id, version_hash, completion_mode, complete, counted,
    eligible_adults, answers)
  select ${streetId}::uuid, m.id, m.round_id, m.community_id, m.version_hash, m.completion_mode, m.complete, m.counted,
         m.eligible_adults, m.answers
  from (
    select id, round_id, community_id, version_hash, completion_mode, complete, counted, eligible_adults, answers
    from fresh
    union all
    select id, round_id, community_id, version_hash, completion_mode, complete, counted, eligible_adults, answers
    from taken
  ) m
  order by gen_random_uuid()
  returning id`;

/** Writes claims anew in an order that tells nothing, for the same reason. */
export const mixAnonymousClaims = (tx: Transaction, streetId: string, ids: string[]) => tx`
  with taken as (
    delete from anonymous_claim where street_id = ${streetId} and id = any(${tx.array(ids)}::uuid[])
    returning id, content_hash
  )
  insert into anonymous_claim (street_id, id, content_hash)
  select ${streetId}::uuid, t.id, t.content_hash from taken t order by gen_random_uuid()`;

export const claimAnonymous = (
  tx: Transaction,
  streetId: string,
  claims: { id: string; contentHash: string }[],
) => tx<{ id: string }[]>`
  insert into anonymous_claim (street_id, id, content_hash)
  select ${streetId}::uuid, c.id, decode(c."contentHash", 'hex')
  from jsonb_to_recordset(${tx.json(claims)}) as c (id uuid, "contentHash" text)
  on conflict (street_id, id) do nothing
  returning id`;

export const listAnonymousClaims = (db: Db, streetId: string, ids: string[]) => db<
  { id: string; contentHash: string }[]
>`
  select id, encode(content_hash, 'hex') as content_hash
  from anonymous_claim
  where street_id = ${streetId} and id = any(${db.array(ids)}::uuid[])`;

export const deleteAnonymousClaims = (tx: Transaction, streetId: string, ids: string[]) => tx`
  delete from anonymous_claim where street_id = ${streetId} and id = any(${tx.array(ids)}::uuid[])`;

/**
 * Stores boxes, and writes up to `mixedWith` of those of their rounds anew with them, in an order that tells nothing: one
 * that comes alone from a resident's own phone comes when its visit is made.
 */
export const insertSealedMixed = (
  tx: Transaction,
  streetId: string,
  rows: { id: string; roundId: string; box: string }[],
  mixedWith: number,
) => tx`
  with fresh as (
    select s.id, s."roundId" as round_id, decode(s.box, 'base64') as sealed
    from jsonb_to_recordset(${tx.json(rows)}) as s (id uuid, "roundId" uuid, box text)
  ), chosen as (
    select a.id
    from anonymous_sealed a
    where a.street_id = ${streetId} and a.round_id in (select f.round_id from fresh f)
    order by gen_random_uuid()
    limit ${mixedWith}
  ), taken as (
    delete from anonymous_sealed a
    where a.street_id = ${streetId} and a.id in (select c.id from chosen c)
    returning a.id, a.round_id, a.sealed
  )
  insert into anonymous_sealed (street_id, id, round_id, sealed)
  select ${streetId}::uuid, m.id, m.round_id, m.sealed
  from (select id, round_id, sealed from fresh union all select id, round_id, sealed from taken) m
  order by gen_random_uuid()`;

/** The boxes of a round, base64. */
export const listSealed = (tx: Transaction, streetId: string, roundId: string) => tx<
  { id: string; box: string }[]
>`
  select id, translate(encode(sealed, 'base64'), E'\\n', '') as box
  from anonymous_sealed
  where street_id = ${streetId} and round_id = ${roundId}`;

/** Only boxes whose responses are stored: under other ids and in another order. */
export const deleteSealed = (tx: Transaction, streetId: string, ids: string[]) => tx`
  delete from anonymous_sealed where street_id = ${streetId} and id = any(${tx.array(ids)}::uuid[])`;

/** Tells the street's office of boxes that stay in the store, beside the other records on hold; never what they hold. */
export const reportSealed = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  boxes: { id: string; problemCode: string }[],
  at: string,
) => tx`
  insert into quarantine (street_id, id, mutation_id, kind, problem_code, body, received_at)
  select ${streetId}::uuid, gen_random_uuid(), b.id, 'sealedResponse', b."problemCode",
         jsonb_build_object('roundId', ${roundId}::uuid), ${at}::timestamptz
  from jsonb_to_recordset(${tx.json(boxes)}) as b (id uuid, "problemCode" text)
  on conflict (street_id, mutation_id, problem_code) do nothing`;

/**
 * Keeps boxes of a revoked tablet on hold, once each. No person, no tablet, and of the time the day alone: it would lead
 * to the records that came with them.
 */
export const insertWithheld = (
  tx: Transaction,
  streetId: string,
  boxes: readonly { id: string; roundId: string; box: string }[],
  day: string,
) => tx`
  insert into quarantine (street_id, id, mutation_id, kind, problem_code, body, received_at)
  select ${streetId}::uuid, gen_random_uuid(), b.id, 'sealedResponse', 'deviceRevoked',
         jsonb_build_object('roundId', b."roundId", 'sealed', b.box), ${day}::date::timestamp at time zone 'Asia/Shanghai'
  from jsonb_to_recordset(${tx.json([...boxes])}) as b (id uuid, "roundId" uuid, box text)
  on conflict (street_id, mutation_id, problem_code) do nothing`;
