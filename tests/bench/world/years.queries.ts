/** The rounds of a year and what their releases need. */
import type { Db } from '@huhudao/db';
import type { ReleasableRound } from '../../../apps/api/src/rates/releases.queries.ts';

/** Rounds that are open would be released by the product itself while they are filled. */
export const closeAllBut = (db: Db, name: string) => db`
  update round set state = 'closed', closed_at = now() where name <> ${name}`;

export type StreetRound = ReleasableRound & { streetId: string };

/** The round of one name in every street that has it. */
export const listStreetRounds = (db: Db, name: string) => db<StreetRound[]>`
  select r.street_id, r.id, r.purpose, r.questionnaire_hash,
         array(select jsonb_array_elements_text(r.scope -> 'communityIds')) as community_ids
  from round r
  where r.name = ${name}
  order by r.street_id`;

/** As if each community's sample had been drawn from all of its households. */
export const insertDraws = (db: Db, streetId: string, roundId: string, sampleSize: number) => db`
  insert into sample_draw (
    street_id, round_id, community_id, algorithm, seed, frame_hash, frame_size, sample_size, inclusion_probability)
  select h.street_id, ${roundId}::uuid, h.community_id, 'bench', '', '', count(*), ${sampleSize}::int,
         ${sampleSize}::numeric / count(*)
  from household h
  where h.street_id = ${streetId}
  group by h.street_id, h.community_id`;
