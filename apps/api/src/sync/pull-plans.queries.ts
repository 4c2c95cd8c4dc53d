import type { Transaction } from '@huhudao/db';
import { stairwellsInScope, type PullScope } from './pull.queries.ts';

export type PulledPlanRow = {
  id: string;
  roundId: string;
  stairwellId: string;
  teamId: string;
  day: string;
  from: string;
  until: string;
  note: string | null;
  cancelled: boolean;
  accepted: boolean;
};

/** Which plans are told whole; `today` is a Shanghai date. */
const toldWhole = (tx: Transaction, streetId: string, scope: PullScope, today: string) => tx`
  (p.stairwell_id = any(${tx.array(scope.stairwellIds)}::uuid[])
    or p.round_id in (
      select rt.round_id from round_team rt
      where rt.street_id = ${streetId} and rt.round_id = any(${tx.array(scope.roundIds)}::uuid[])
        and rt.team_id = any(${tx.array(scope.teamIds)}::uuid[]))
    or p.day >= ${today} and p.stairwell_id in (${stairwellsInScope(tx, streetId, scope)}))`;

/** Since a change number also those that were taken back; at first only those that stand. */
const changedSince = (tx: Transaction, since: number) => tx`
  p.change_number > ${since} and (${since}::bigint > 0 or p.cancelled_at is null and p.returned_at is null)`;

/**
 * Every plan of the rounds one visits in: a clash can be with anybody's. Of a round that one only looks on from one's
 * stairwell, the plans of that stairwell. Of other rounds what is planned in the same stairwells from today on.
 */
export const listPlans = (
  tx: Transaction,
  streetId: string,
  scope: PullScope,
  since: number,
  today: string,
) => tx<PulledPlanRow[]>`
  select p.id, p.round_id, p.stairwell_id, p.team_id, p.day, p.starts_at as "from", p.ends_at as until, p.note,
         p.cancelled_at is not null or p.returned_at is not null as cancelled, p.accepted_at is not null as accepted
  from plan p
  join round r on r.street_id = p.street_id and r.id = p.round_id and r.assessor_id is null
  where p.street_id = ${streetId} and ${changedSince(tx, since)} and ${toldWhole(tx, streetId, scope, today)}`;

export type PulledBusyRow = {
  id: string;
  teamId: string;
  personIds: string[];
  day: string;
  from: string;
  until: string;
  cancelled: boolean;
};

/**
 * Hours in which teams one may plan for, or people of them, are elsewhere: plans from today on that are not told whole.
 * One may plan for the teams of one's rounds in the communities one's stairwells are in.
 */
export const listBusy = (
  tx: Transaction,
  streetId: string,
  scope: PullScope,
  since: number,
  today: string,
) => tx<PulledBusyRow[]>`
  with people as materialized (
    select t.id as team_id, t.community_id, t.leader_id as person_id
    from team t
    where t.street_id = ${streetId} and t.disbanded_at is null
    union
    select t.id, t.community_id, m.person_id
    from team t
    join team_member m on m.street_id = t.street_id and m.team_id = t.id
    where t.street_id = ${streetId} and t.disbanded_at is null
  ), near as materialized (
    select o.team_id, o.person_id
    from people o
    join round_team rt on rt.street_id = ${streetId} and rt.team_id = o.team_id
      and rt.round_id = any(${tx.array(scope.roundIds)}::uuid[])
    where o.community_id in (
      select s.community_id from stairwell s
      where s.street_id = ${streetId} and s.id in (${stairwellsInScope(tx, streetId, scope)}))
  )
  select p.id, p.team_id, p.day, p.starts_at as "from", p.ends_at as until,
         p.cancelled_at is not null or p.returned_at is not null as cancelled, b.person_ids
  from plan p
  join round r on r.street_id = p.street_id and r.id = p.round_id and r.assessor_id is null
  cross join lateral (
    select coalesce(array_agg(distinct o.person_id), '{}') as person_ids
    from people o
    where o.team_id = p.team_id and o.person_id in (select n.person_id from near n)
  ) b
  where p.street_id = ${streetId} and p.day >= ${today} and ${changedSince(tx, since)}
    and not ${toldWhole(tx, streetId, scope, today)}
    and (cardinality(b.person_ids) > 0 or p.team_id in (select n.team_id from near n))`;
