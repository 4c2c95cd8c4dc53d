import type { Transaction } from '@huhudao/db';
import { openIssueStates, type IssueCategory, type IssueState } from '@huhudao/domain';
import type { PullScope } from './pull.queries.ts';

export type PulledIssueRow = {
  id: string;
  householdId: string;
  category: IssueCategory;
  state: IssueState;
  reportedOn: string;
  note: string;
  gone: boolean;
};

/**
 * Open issues at the doors of one's teams, in the communities in which one reports issues oneself: an assessor and a
 * building head are told of none. Who had one before is told that nothing is to be done about it any more.
 */
export const listIssues = (
  tx: Transaction,
  streetId: string,
  scope: PullScope & { reportsIn: readonly string[] },
  since: number,
) => tx<PulledIssueRow[]>`
  select i.id, i.household_id, i.category, i.state, i.reported_on, i.note,
         i.state <> all(${tx.array([...openIssueStates])}::text[]) as gone
  from issue i
  where i.street_id = ${streetId} and i.community_id = any(${tx.array([...scope.reportsIn])}::uuid[])
    and (${since}::bigint > 0 or i.state = any(${tx.array([...openIssueStates])}::text[]))
    and (i.change_number > ${since} or exists (
      select 1 from assignment n
      where n.street_id = i.street_id and n.household_id = i.household_id and n.change_number > ${since}
        and n.round_id = any(${tx.array(scope.roundIds)}::uuid[])))
    and exists (
      select 1 from assignment a
      where a.street_id = i.street_id and a.household_id = i.household_id
        and a.round_id = any(${tx.array(scope.roundIds)}::uuid[])
        and a.team_id = any(${tx.array(scope.teamIds)}::uuid[]))
  order by i.reported_at, i.id`;
