import type { PullResponse } from '@huhudao/protocol';
import type { PulledAssignmentRow, PulledStairwellRow, PulledTeamRow, PullScope } from './pull.queries.ts';

export function presentAssignment(row: PulledAssignmentRow): PullResponse['assignments'][number] {
  const { appointmentDay, appointmentFrom, appointmentUntil, ...rest } = row;
  const appointment =
    appointmentDay === null || appointmentFrom === null || appointmentUntil === null
      ? null
      : { day: appointmentDay, from: appointmentFrom, until: appointmentUntil };
  return { ...rest, appointment };
}

export const presentTeam = (row: PulledTeamRow, scope: PullScope): PullResponse['teams'][number] => ({
  ...row,
  mine: scope.teamIds.includes(row.id),
});

export const presentStairwell = (
  row: PulledStairwellRow,
  scope: PullScope,
): PullResponse['stairwells'][number] => ({
  ...row,
  mine: scope.stairwellIds.includes(row.id),
});
