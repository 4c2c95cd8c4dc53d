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
  chosen: PullResponse['assignments'][number]['chosen'] | null;
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

export const listAssignments = (tx: Transaction, streetId: string, scope: PullScope, since: number) => tx<
  PulledAssignmentRow[]
>`
  select a.round_id, a.household_id, a.stairwell_id, a.team_id, a.attempts, a.latest_outcome, a.latest_at, a.outcome,
         a.settled,
         (a.team_id is null or a.team_id <> all(${tx.array(scope.teamIds)}::uuid[]))
           and a.stairwell_id <> all(${tx.array(scope.stairwellIds)}::uuid[]) as gone,
         v.appointment_day, v.appointment_from, v.appointment_until, c.chosen
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
  where a.street_id = ${streetId} and a.round_id = any(${tx.array(scope.roundIds)}::uuid[])
    and a.change_number > ${since}
    and (a.team_id = any(${tx.array(scope.teamIds)}::uuid[])
      or a.stairwell_id = any(${tx.array(scope.stairwellIds)}::uuid[])
      or (${since}::bigint > 0 and a.former_team_ids && ${tx.array(scope.teamIds)}::uuid[]))`;
