import { dayOf, holdsStairwell, type PlanContext } from '@huhudao/domain';
import type { Plan, StreetReference, Team } from '../local/reference.types.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';
import type { RoundView } from './round-view.ts';

export type PlannedVisit = Omit<Plan, 'cancelled'> & {
  teamName: string;
  /** Made or changed here, and the office has not confirmed it. */
  unsent: boolean;
  /** True where I may take it back: my stairwell, or my team's. */
  mine: boolean;
  /** True where it waits for my yes: I lead its team. */
  asksMe: boolean;
};

/**
 * The plans of a round: what the office told, and what was planned, accepted and cancelled here since. `me`: the person's
 * id; what they plan for a team they lead is accepted.
 */
export function plansOf(
  reference: StreetReference,
  roundId: string,
  work: OwnWork,
  me: string,
): PlannedVisit[] {
  return allPlans(reference, work, me).filter((plan) => plan.roundId === roundId);
}

/** The same of every round of the street. */
export function allPlans(reference: StreetReference, work: OwnWork, me: string): PlannedVisit[] {
  const teams = new Map(reference.teams.map((team) => [team.id, team]));
  const stairwells = new Map(reference.stairwells.map((stairwell) => [stairwell.id, stairwell]));
  const cancelled = new Set(notYetPulled('cancelPlan', reference, work).map(({ planId }) => planId));
  const accepted = new Set(notYetPulled('acceptPlan', reference, work).map(({ planId }) => planId));
  const refused = new Set(work.records.filter(({ state }) => state === 'needsAttention').map(({ id }) => id));
  const pulled = reference.plans.map((plan) => ({ ...plan, unsent: false }));
  const own = notYetPulled('plan', reference, work)
    .filter(({ id }) => !refused.has(id) && !pulled.some((plan) => plan.id === id))
    .map(({ note, ...plan }) => ({
      ...plan,
      note: note ?? null,
      unsent: !work.confirmed.has(plan.id),
      accepted: teams.get(plan.teamId)?.leaderId === me,
    }));
  return [...pulled, ...own]
    .filter((plan) => !cancelled.has(plan.id))
    .map((plan) => ({ ...plan, accepted: plan.accepted || accepted.has(plan.id) }))
    .map((plan) => ({
      ...plan,
      asksMe: !plan.accepted && teams.get(plan.teamId)?.leaderId === me,
      teamName: teams.get(plan.teamId)?.name ?? '',
      mine: stairwells.get(plan.stairwellId)?.mine === true || teams.get(plan.teamId)?.mine === true,
    }))
    .toSorted((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1));
}

/** What the domain's rule needs to know before a stairwell is planned for a team; `now`: ISO 8601. */
export function planContext(
  view: RoundView,
  known: readonly Team[],
  plans: readonly PlannedVisit[],
  { teamId, now }: { teamId: string; now: string },
): PlanContext {
  const teams = known.filter((team) => team.roundIds.includes(view.round.id));
  const visitedOn = new Set(
    view.stairwells.flatMap(({ stairwell, doors }) =>
      doors.flatMap(({ standing: { latest } }) =>
        latest === null ? [] : [`${stairwell.id} ${dayOf(latest.at)}`],
      ),
    ),
  );
  // That somebody visited is known here, not which team: the office knows, and decides.
  const holds = (plan: PlannedVisit) =>
    plan.teamId === teamId ||
    holdsStairwell({ ...plan, visited: visitedOn.has(`${plan.stairwellId} ${plan.day}`) }, now);
  const stairwells = view.stairwells.map(({ stairwell }) => stairwell);
  return {
    round: { ...view.round, open: view.round.state === 'open' },
    teamIds: teams.map(({ id }) => id),
    stairwellIds: stairwells.map(({ id }) => id),
    mine: {
      stairwellIds: stairwells.filter(({ mine }) => mine).map(({ id }) => id),
      teamIds: teams.filter(({ mine }) => mine).map(({ id }) => id),
    },
    plans: plans.filter(holds),
  };
}
