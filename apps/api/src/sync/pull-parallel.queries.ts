import type { Transaction } from '@huhudao/db';
import type { Puller } from './pull.queries.ts';

/**
 * One's own visits at whose door another team was on the same day, as far as that came to be known after `since`. The
 * later of two visits carries the flag and the change number; it tells of itself, as its answer may have been lost, and
 * of those that were there before it. Only ids, and only of visits with the teams of communities in which one records
 * visits still.
 */
export const listParallelVisits = (
  tx: Transaction,
  streetId: string,
  { personId, visitsIn }: Puller,
  since: number,
) => tx<{ id: string }[]>`
  with met as (
    select w.id, w.round_id, w.household_id, w.team_id, w.visited_on
    from visit w
    where w.street_id = ${streetId} and w.parallel and w.change_number > ${since}
  )
  select distinct v.id
  from met m
  join visit v on v.street_id = ${streetId} and v.household_id = m.household_id and v.round_id = m.round_id
    and v.visited_on = m.visited_on and (v.id = m.id or v.team_id is distinct from m.team_id)
  join team t on t.street_id = v.street_id and t.id = v.team_id
  where v.person_id = ${personId} and t.community_id = any(${tx.array([...visitsIn])}::uuid[])
  order by v.id`;
