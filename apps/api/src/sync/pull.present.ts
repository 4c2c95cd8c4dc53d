import { usualWindows } from '@huhudao/domain';
import type { PullResponse } from '@huhudao/protocol';
import type { PulledAssignmentRow } from './pull-assignments.queries.ts';
import type { PulledRoundRow, PulledStairwellRow, PulledTeamRow, PullScope } from './pull.queries.ts';

export const presentRound = (row: PulledRoundRow): PullResponse['rounds'][number] => ({
  ...row,
  windows: [...(row.windows.length === 0 ? usualWindows : row.windows)],
});

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
