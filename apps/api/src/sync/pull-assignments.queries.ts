import type { Transaction } from '@huhudao/db';
import type { Outcome } from '@huhudao/domain';
import type { PullResponse } from '@huhudao/protocol';
import type { PullScope } from './pull.queries.ts';

export type PulledAssignmentRow = {
  roundId: string;
  householdId: string;
  stairwellId: string;
  teamId: string | null;
  gone: boolean;
  attempts: number;
  latestOutcome: Outcome | null;
  latestAt: string | null;
  outcome: Outcome | null;
  settled: boolean;
  appointmentDay: string | null;
  appointmentFrom: string | null;
  appointmentUntil: string | null;
  visits: { outcome: Outcome; at: string; by: string | null }[];
  chosen: PullResponse['assignments'][number]['chosen'] | null;
  cases: PullResponse['assignments'][number]['cases'] | null;
};

/**
 * What the resident of an assignment `a` chose, as long as it stands (domain, `endsChosen`). A building head is told the
 * time; what the resident wrote is for the team.
 */
const chosenOf = (tx: Transaction, scope: PullScope) => tx`
  select jsonb_build_object(
    'day', p.day, 'from', to_char(p.starts_at, 'HH24:MI'), 'until', to_char(p.ends_at, 'HH24:MI'),
    'note', case when a.team_id = any(${tx.array(scope.teamIds)}::uuid[]) then p.note end,
    'chosenAt', to_char(p.chosen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as chosen
  from resident_appointment p
  where p.street_id = a.street_id and p.round_id = a.round_id and p.household_id = a.household_id
    and p.withdrawn_at is null and not a.settled
    and not exists (
      select 1 from visit w
      where w.street_id = a.street_id and w.household_id = a.household_id and w.round_id = a.round_id
        and w.occurred_at > p.chosen_at
        and (w.outcome not in ('notHome', 'noAccess') or w.visited_on >= p.day))`;

/** The 12345 cases at an assignment `a` of one's teams; who only looks after the stairwell is not told who complained. */
const casesOf = (tx: Transaction, scope: PullScope) => tx`
  select jsonb_agg(jsonb_build_object('number', o.number, 'topic', o.topic) order by o.position) as cases
  from hotline_case o
  where o.street_id = a.street_id and o.round_id = a.round_id and o.household_id = a.household_id
    and a.team_id = any(${tx.array(scope.teamIds)}::uuid[])`;

/** Settled so, a door may still be tried again at a time its resident chooses. */
const reopening: Outcome[] = ['notHome', 'noAccess', 'refused', 'refusedHard', 'appointment'];

/** The visits of assignment `a` as amended, in order of occurrence. */
const visitsThere = (tx: Transaction) => tx`
  select jsonb_agg(
           jsonb_build_object(
             'outcome', w.outcome, 'at', to_char(w.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'by', case when w.outcome = 'refused' then w.person_id end)
           order by w.occurred_at, w.received_at, w.id) as visits
  from (
    select x.id, x.person_id, x.occurred_at, x.received_at, coalesce(c.outcome, x.outcome) as outcome
    from visit x
    left join lateral (
      select m.outcome from visit_amendment m
      where m.street_id = x.street_id and m.visit_id = x.id and m.outcome is not null
      order by m.received_at desc, m.id desc
      limit 1
    ) c on true
    where x.street_id = a.street_id and x.household_id = a.household_id and x.round_id = a.round_id
  ) w`;

export const listAssignments = (tx: Transaction, streetId: string, scope: PullScope, since: number) => tx<
  PulledAssignmentRow[]
>`
  select a.round_id, a.household_id, a.stairwell_id, a.team_id, a.attempts, a.latest_outcome, a.latest_at, a.outcome,
         a.settled,
         (a.team_id is null or a.team_id <> all(${tx.array(scope.teamIds)}::uuid[]))
           and a.stairwell_id <> all(${tx.array(scope.stairwellIds)}::uuid[]) as gone,
         v.appointment_day, v.appointment_from, v.appointment_until, coalesce(p.visits, '[]'::jsonb) as visits, c.chosen, q.cases
  from assignment a
  left join lateral (
    select w.appointment_day, w.appointment_from, w.appointment_until
    from visit w
    where a.outcome = 'appointment' and w.street_id = a.street_id and w.household_id = a.household_id
      and w.round_id = a.round_id and w.outcome = 'appointment'
    order by w.occurred_at desc, w.received_at desc, w.id desc
    limit 1
  ) v on true
  left join lateral (${chosenOf(tx, scope)}) c on true
  left join lateral (${casesOf(tx, scope)}) q on true
  left join lateral (${visitsThere(tx)}) p on a.attempts > 0 and (not a.settled or a.outcome = any(${tx.array(reopening)}::text[]))
  where a.street_id = ${streetId} and a.round_id = any(${tx.array(scope.roundIds)}::uuid[])
    and a.change_number > ${since}
    and (a.team_id = any(${tx.array(scope.teamIds)}::uuid[])
      or a.stairwell_id = any(${tx.array(scope.stairwellIds)}::uuid[])
      or (${since}::bigint > 0 and a.former_team_ids && ${tx.array(scope.teamIds)}::uuid[]))`;
