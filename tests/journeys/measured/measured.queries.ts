/** Rounds with answers in numbers, made set-wise: what would take hundreds of residents on tablets. */
import type { Db } from '@huhudao/db';

export const insertCommunities = (db: Db, streetId: string, count: number) => db<{ id: string }[]>`
  insert into area (id, kind, parent_id, within_street, name, position)
  select uuidv7(), 'community', ${streetId}::uuid, ${streetId}::uuid, '新村' || n || '社区', 100 + n
  from generate_series(1, ${count}::int) n
  returning id`;

/** Another round as the one named, but a measurement of these communities. */
export const copyAsMeasurement = (
  db: Db,
  roundId: string,
  round: { name: string; startsOn: string; communityIds: readonly string[] },
) => db<{ id: string }[]>`
  insert into round
  select (jsonb_populate_record(r, jsonb_build_object(
    'id', uuidv7(), 'name', ${round.name}::text, 'purpose', 'measurement', 'starts_on', ${round.startsOn}::text,
    'scope', jsonb_build_object('communityIds', ${db.json([...round.communityIds])}::jsonb)))).*
  from round r
  where r.id = ${roundId}
  returning id`;

export const insertFrames = (
  db: Db,
  roundId: string,
  communityIds: readonly string[],
  frameSize: number,
) => db`
  insert into sample_draw (
    street_id, round_id, community_id, algorithm, seed, frame_hash, frame_size, sample_size, inclusion_probability)
  select r.street_id, r.id, c.id, 'test', '', '', ${frameSize}::int, 120, 120.0 / ${frameSize}::int
  from round r, unnest(${db.array([...communityIds])}::uuid[]) c (id)
  where r.id = ${roundId}`;

export type Answered = { communityId: string; code: string; count: number };

/** Responses to "supports the effort", and their rollup as the product keeps it. */
export const insertAnswers = (db: Db, roundId: string, answered: readonly Answered[]) => db`
  with given as (
    select r.street_id, r.id as round_id, r.questionnaire_hash as hash, a."communityId" as community_id, a.code, a.count
    from round r, jsonb_to_recordset(${db.json([...answered])}) as a ("communityId" uuid, code text, count integer)
    where r.id = ${roundId}
  ), responses as (
    insert into anonymous_response (
      street_id, id, round_id, community_id, version_hash, completion_mode, complete, counted, answers)
    select street_id, gen_random_uuid(), round_id, community_id, hash, 'handedOver', true, true,
           jsonb_build_object('supportsEffort', code)
    from given, generate_series(1, given.count)
  )
  insert into rollup (street_id, round_id, community_id, mode, item, code, count)
  select street_id, round_id, community_id, 'handedOver', 'supportsEffort', code, count from given
  union all
  select street_id, round_id, community_id, 'handedOver', '', '', sum(count) from given
  group by street_id, round_id, community_id`;

/** Counted again from the responses themselves, by community. */
export const recountSupport = (db: Db, roundId: string) => db<
  { name: string; favourable: number; n: number }[]
>`
  select a.name, (count(*) filter (where r.answers ->> 'supportsEffort' = 'support'))::int as favourable,
         count(*)::int as n
  from anonymous_response r join area a on a.id = r.community_id
  where r.round_id = ${roundId}
  group by a.name, a.position
  order by a.position`;
