/** What negative controls do to the office's rows. */
import type { Db } from '@huhudao/db';

export const doubleVisit = (db: Db, streetId: string) => db`
  insert into visit
  select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid()))).*
  from visit v where v.street_id = ${streetId}`;

export const changeOutcome = (db: Db, streetId: string) => db`
  update visit set outcome = 'refused' where street_id = ${streetId}`;

export const changeAnswers = (db: Db, streetId: string) => db`
  update response set answers = answers || '{"knowsCampaign": "know"}' where street_id = ${streetId}`;

/** The same visit an hour later: another one. */
export const moveVisit = (db: Db, streetId: string) => db`
  update visit set device_time = device_time + interval '1 hour' where street_id = ${streetId}`;
