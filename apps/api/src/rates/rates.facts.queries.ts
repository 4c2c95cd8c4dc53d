/** What the tests of rates write into the database, and count in it for themselves. */
import type { Db } from '@huhudao/db';

export const insertDraws = (
  db: Db,
  streetId: string,
  roundId: string,
  draws: { communityId: string; frameSize: number }[],
) => db`
  insert into sample_draw (
    street_id, round_id, community_id, algorithm, seed, frame_hash, frame_size, sample_size, inclusion_probability)
  select ${streetId}::uuid, ${roundId}::uuid, d."communityId", 'test', '', '', d."frameSize", 80, 80.0 / d."frameSize"
  from jsonb_to_recordset(${db.json(draws)}) as d ("communityId" uuid, "frameSize" integer)`;

export type Recount = {
  communityId: string;
  favourable: number;
  n: number;
  respondents: number;
};

/** Counted answers to one item, from the responses themselves. */
export const recountItem = (
  db: Db,
  streetId: string,
  roundId: string,
  item: string,
  favourable: string[],
  base: string[],
) => db<Recount[]>`
  with counted as (
    select community_id, answers ->> ${item} as code from response
    where street_id = ${streetId} and round_id = ${roundId} and counted
    union all
    select community_id, answers ->> ${item} from anonymous_response
    where street_id = ${streetId} and round_id = ${roundId} and counted
  )
  select community_id,
         (count(*) filter (where code = any(${db.array(favourable)})))::int as favourable,
         (count(*) filter (where code = any(${db.array(base)})))::int as n,
         count(*)::int as respondents
  from counted
  group by community_id`;

/** The doors of a round by their last visit: completed ones, and all that are known or may be eligible. */
export const recountDoors = (db: Db, streetId: string, roundId: string) => db<
  { communityId: string; completed: number; refused: number; all: number; ineligible: number }[]
>`
  with last as (
    select distinct on (v.household_id) v.household_id, v.outcome
    from visit v
    where v.street_id = ${streetId} and v.round_id = ${roundId}
    order by v.household_id, v.occurred_at desc
  )
  select a.community_id,
         (count(*) filter (where l.outcome = 'completed'))::int as completed,
         (count(*) filter (where l.outcome in ('refused', 'refusedHard')))::int as refused,
         count(*)::int as all,
         (count(*) filter (where l.outcome in ('vacant', 'ineligible', 'notResidential')))::int as ineligible
  from assignment a
  left join last l on l.household_id = a.household_id
  where a.street_id = ${streetId} and a.round_id = ${roundId}
  group by a.community_id`;

export const giveQuestionnaire = (db: Db, streetId: string, roundId: string, hash: string) => db`
  update round set questionnaire_hash = ${hash} where street_id = ${streetId} and id = ${roundId}`;

export const startRound = (db: Db, streetId: string, roundId: string, startsOn: string) => db`
  update round set starts_on = ${startsOn}, opened_at = ${`${startsOn}T00:00:00.000Z`}
  where street_id = ${streetId} and id = ${roundId}`;

export const giveToAssessor = (db: Db, streetId: string, roundId: string, personId: string) => db`
  update round set assessor_id = ${personId} where street_id = ${streetId} and id = ${roundId}`;

export const handOverResults = (db: Db, streetId: string, roundId: string, at: string) => db`
  update round set released_at = ${at} where street_id = ${streetId} and id = ${roundId}`;
