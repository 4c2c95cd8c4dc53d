/** What the tests of the recount put wrong. */
import type { Db } from '@huhudao/db';

/** One kept count is one too high, one is gone, and one is there for nothing. */
export const disturb = (db: Db, streetId: string) => db`
  with chosen as (
    select round_id, community_id, mode, item, code, row_number() over (order by item, code, community_id) as place
    from rollup where street_id = ${streetId} and count > 0
  ), raised as (
    update rollup k set count = k.count + 1 from chosen c
    where c.place = 1 and k.street_id = ${streetId} and k.round_id = c.round_id and k.community_id = c.community_id
      and k.mode = c.mode and k.item = c.item and k.code = c.code
  ), removed as (
    delete from rollup k using chosen c
    where c.place = 2 and k.street_id = ${streetId} and k.round_id = c.round_id and k.community_id = c.community_id
      and k.mode = c.mode and k.item = c.item and k.code = c.code
  )
  insert into rollup (street_id, round_id, community_id, mode, item, code, count)
  select ${streetId}::uuid, round_id, community_id, mode, item, 'nobodySaid', 3 from chosen where place = 3`;
