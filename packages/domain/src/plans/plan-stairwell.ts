/** A stairwell × day × window × team, in Asia/Shanghai; times `HH:MM`. */
export type PlanRequest = { stairwellId: string; teamId: string; day: string; from: string; until: string };

export type PlanContext = {
  round: { startsOn: string; deadline: string; open: boolean };
  /** Teams that take part in the round. */
  teamIds: readonly string[];
  /** Stairwells with households of the round. */
  stairwellIds: readonly string[];
  /** Stairwells the planner looks after, and teams they lead. */
  mine: { stairwellIds: readonly string[]; teamIds: readonly string[] };
  /** Plans of the street on that day that stand: the team’s own, and those that still hold their stairwell. */
  plans: readonly PlanRequest[];
};

export type PlanRefusal =
  | 'roundNotOpen'
  | 'planOutsideRound'
  | 'planWindowWrong'
  | 'planTeamNotInRound'
  | 'stairwellNotInRound'
  | 'planNotYours'
  | 'planTeamBusy'
  | 'planStairwellBusy';

/** Nobody knocks before eight or after half past nine in the evening. */
export const visitingHours = { from: '08:00', until: '21:30' };

/** Whether a stairwell can be planned so; undefined where it can. */
export function refusePlan(request: PlanRequest, context: PlanContext): PlanRefusal | undefined {
  const { round } = context;
  if (!round.open) return 'roundNotOpen';
  if (request.day < round.startsOn || request.day > round.deadline) return 'planOutsideRound';
  if (request.from < visitingHours.from || request.until > visitingHours.until) return 'planWindowWrong';
  if (request.until <= request.from) return 'planWindowWrong';
  if (!context.teamIds.includes(request.teamId)) return 'planTeamNotInRound';
  if (!context.stairwellIds.includes(request.stairwellId)) return 'stairwellNotInRound';
  const { mine } = context;
  if (!mine.stairwellIds.includes(request.stairwellId) && !mine.teamIds.includes(request.teamId))
    return 'planNotYours';
  return clash(request, context.plans);
}

function clash(request: PlanRequest, plans: readonly PlanRequest[]): PlanRefusal | undefined {
  const sameDay = plans.filter((plan) => plan.day === request.day);
  const busy = sameDay.some(
    (plan) => plan.teamId === request.teamId && plan.from < request.until && request.from < plan.until,
  );
  if (busy) return 'planTeamBusy';
  const taken = sameDay.some(
    (plan) => plan.stairwellId === request.stairwellId && plan.teamId !== request.teamId,
  );
  return taken ? 'planStairwellBusy' : undefined;
}
