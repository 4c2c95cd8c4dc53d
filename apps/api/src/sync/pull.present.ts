import { usualWindows } from '@huhudao/domain';
import type { PullResponse } from '@huhudao/protocol';
import { appointmentKey } from '../http/appointment-keys.ts';
import type { Deps } from '../http/deps.ts';
import type { PulledAssignmentRow } from './pull-assignments.queries.ts';
import type { PulledRoundRow, PulledStairwellRow, PulledTeamRow, PullScope } from './pull.queries.ts';

export function presentAssignment(row: PulledAssignmentRow): PullResponse['assignments'][number] {
  const { appointmentDay, appointmentFrom, appointmentUntil, chosen, cases, ...rest } = row;
  const appointment =
    appointmentDay === null || appointmentFrom === null || appointmentUntil === null
      ? null
      : { day: appointmentDay, from: appointmentFrom, until: appointmentUntil };
  return { ...rest, appointment, ...(chosen ? { chosen } : {}), ...(cases ? { cases } : {}) };
}

export const presentTeam = (row: PulledTeamRow, scope: PullScope): PullResponse['teams'][number] => ({
  ...row,
  mine: scope.teamIds.includes(row.id),
});

export const presentStairwell = (
  { communityPhone, ...row }: PulledStairwellRow,
  scope: PullScope,
): PullResponse['stairwells'][number] => ({
  ...row,
  ...(communityPhone === null ? {} : { communityPhone }),
  mine: scope.stairwellIds.includes(row.id),
});

/** A round with what this tablet signs its slips' links with, where it visits. */
export function presentRound(
  deps: Deps,
  { adults, ...row }: PulledRoundRow,
  { teamIds }: PullScope,
  maker: string | null,
): PullResponse['rounds'][number] {
  const round = {
    ...row,
    windows: [...(row.windows.length === 0 ? usualWindows : row.windows)],
    ...(adults === null ? {} : { adults }),
  };
  if (maker === null || teamIds.length === 0) return round;
  const origin = deps.env.PUBLIC_URL ?? null;
  return { ...round, slip: { maker, key: appointmentKey(deps, row.id, maker), origin } };
}
