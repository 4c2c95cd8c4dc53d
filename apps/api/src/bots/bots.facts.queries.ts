/** What the tests of group bots change in the database. */
import type { Db } from '@huhudao/db';

export const holdOnlyIn = (db: Db, streetId: string, roundId: string, communityId: string) => db`
  update round set scope = ${db.json({ communityIds: [communityId] })}
  where street_id = ${streetId} and id = ${roundId}`;
