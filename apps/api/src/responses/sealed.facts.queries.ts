/** What the tests of the sealed store look at and change in the database. */
import type { Db } from '@huhudao/db';

export const listSealedIds = (db: Db, streetId: string, roundId: string) => db<{ id: string }[]>`
  select id from anonymous_sealed where street_id = ${streetId} and round_id = ${roundId}`;

export const damageSealed = (db: Db, streetId: string, id: string) => db`
  update anonymous_sealed set sealed = decode('deadbeef', 'hex') where street_id = ${streetId} and id = ${id}`;

export const narrowRound = (db: Db, streetId: string, roundId: string, communityId: string) => db`
  update round set scope = jsonb_build_object('communityIds', jsonb_build_array(${communityId}::text))
  where street_id = ${streetId} and id = ${roundId}`;

export const listWithheld = (db: Db, streetId: string, boxId: string) => db`
  select kind, problem_code, body, person_id, device_id, received_at
  from quarantine
  where street_id = ${streetId} and mutation_id = ${boxId}`;
