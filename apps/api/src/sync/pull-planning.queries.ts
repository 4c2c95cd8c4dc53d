import type { Transaction } from '@huhudao/db';
import type { PaceVisit } from '@huhudao/domain';
import { stairwellsInScope, type PullScope } from './pull.queries.ts';

/**
 * How often somebody was met in a stairwell, by weekday and half hour: so coarse that a street's visits become a few
 * thousand rows, and fine enough for every border between parts of the day. `day` is one of the days counted.
 */
export type ContactCountRow = {
  stairwellId: string;
  communityId: string;
  day: string;
  time: string;
  tries: number;
  reached: number;
};

/** An assessor's round says nothing here: not even that it took place. Where nobody lives nobody could be met. */
export const listContacts = (tx: Transaction, streetId: string, scope: PullScope, from: string) => tx<
  ContactCountRow[]
>`
  select v.stairwell_id, v.community_id, min(v.visited_on) as day, h.half as time, count(*)::int as tries,
         (count(*) filter (where v.outcome not in ('notHome', 'noAccess')))::int as reached
  from visit v
  join round r on r.street_id = v.street_id and r.id = v.round_id and r.assessor_id is null
  cross join lateral (
    select (date_bin('30 minutes', v.occurred_at, timestamptz '2000-01-01 00:00+08') at time zone 'Asia/Shanghai')::time
      as half
  ) h
  where v.street_id = ${streetId} and v.visited_on >= ${from}
    and v.outcome not in ('vacant', 'notResidential', 'notFound')
    and v.community_id in (
      select s.community_id from stairwell s
      where s.street_id = ${streetId} and s.id in (${stairwellsInScope(tx, streetId, scope)}))
  group by v.stairwell_id, v.community_id, extract(isodow from v.visited_on), h.half`;

/** Visits of the teams of one's rounds, from which their pace is known. */
export const listPaceVisits = (tx: Transaction, streetId: string, scope: PullScope, from: string) => tx<
  PaceVisit[]
>`
  select v.team_id, v.stairwell_id, v.household_id, v.occurred_at
  from visit v
  join round r on r.street_id = v.street_id and r.id = v.round_id and r.assessor_id is null
  where v.street_id = ${streetId} and v.visited_on >= ${from} and v.team_id in (
    select rt.team_id from round_team rt
    where rt.street_id = ${streetId} and rt.round_id = any(${tx.array(scope.roundIds)}::uuid[]))`;
