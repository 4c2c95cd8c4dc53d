/** What the tests of the demonstration data count. */
import type { Db } from '@huhudao/db';

type RoundFacts = {
  purpose: string;
  state: string;
  visits: number;
  responses: number;
  assigned: number;
  settled: number;
};

export const listRounds = (db: Db) => db<RoundFacts[]>`
  select r.purpose, r.state,
         (select count(*) from visit v where v.street_id = r.street_id and v.round_id = r.id)::int as visits,
         (select coalesce(sum(c.count), 0) from rollup c
          where c.street_id = r.street_id and c.round_id = r.id and c.item = '')::int as responses,
         (select count(*) from assignment a where a.street_id = r.street_id and a.round_id = r.id)::int as assigned,
         (select count(*) from assignment a where a.street_id = r.street_id and a.round_id = r.id and a.settled)::int as settled
  from round r
  order by r.starts_on`;

export const countPeople = (db: Db) => db<{ count: number }[]>`select count(*)::int as count from person`;
