import type { Db } from '@huhudao/db';
import { isEligible, outcomes, type Outcome } from '@huhudao/domain';

const notEligible = outcomes.filter((outcome) => !isEligible(outcome));

/** Doors of a round by final outcome; null where nobody has been. */
export const countOutcomes = (
  db: Db,
  streetId: string,
  roundId: string,
  communityIds: readonly string[],
) => db<{ communityId: string; outcome: Outcome | null; count: number }[]>`
  select a.community_id, a.outcome, count(*)::int as count
  from assignment a
  where a.street_id = ${streetId} and a.round_id = ${roundId}
    and a.community_id = any(${db.array([...communityIds])}::uuid[])
  group by a.community_id, a.outcome`;

export const countDoors = (db: Db, streetId: string, roundId: string, communityIds: readonly string[]) => db<
  { eligible: number; settled: number }[]
>`
  select count(*)::int as eligible, (count(*) filter (where a.settled))::int as settled
  from assignment a
  where a.street_id = ${streetId} and a.round_id = ${roundId}
    and a.community_id = any(${db.array([...communityIds])}::uuid[])
    and (a.outcome is null or a.outcome <> all(${db.array(notEligible)}::text[]))`;

/** Eligible doors that are settled, by the day of their latest visit; the last visit is what settled a door. */
export const countSettledByDay = (
  db: Db,
  streetId: string,
  roundId: string,
  communityIds: readonly string[],
) => db<{ day: string; count: number }[]>`
  select (a.latest_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as count
  from assignment a
  where a.street_id = ${streetId} and a.round_id = ${roundId}
    and a.community_id = any(${db.array([...communityIds])}::uuid[])
    and a.settled and a.latest_at is not null and a.outcome <> all(${db.array(notEligible)}::text[])
  group by 1
  order by 1`;
