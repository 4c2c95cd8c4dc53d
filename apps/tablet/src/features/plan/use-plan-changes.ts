import type { PlanRequest } from '@huhudao/domain';
import { useTablet } from '../../app/tablet.tsx';
import type { HeldWork } from '../../local/work.types.ts';
import { holdAccept, holdCancel, holdMove, holdPlans, type NewPlan } from '../../work/plan-work.ts';
import type { PlannedVisit } from '../../work/plans.ts';
import type { RoundView } from '../../work/round-view.ts';

/** Everything that changes the plan; each answers whether it was saved, and can be taken back for a moment. */
export function usePlanChanges(view: RoundView) {
  const store = useTablet();
  const save = async (work: (at: number) => HeldWork): Promise<boolean> => {
    try {
      await store.holdPlan(work(Date.now()));
      return true;
    } catch {
      // The store says that it is not saved; what was chosen stays.
      return false;
    }
  };
  return {
    plan: (plans: readonly NewPlan[]) => save((at) => holdPlans(view, plans, at)),
    move: (from: PlannedVisit, { stairwellId, teamId, day, from: start, until }: PlanRequest) => {
      const to = { stairwellId, teamId, day, from: start, until };
      const same =
        to.day === from.day && to.teamId === from.teamId && start === from.from && until === from.until;
      if (same) return Promise.resolve(true);
      const note = from.note === null ? {} : { note: from.note };
      return save((at) => holdMove(view, from, { ...to, ...note }, at));
    },
    cancel: (plan: PlannedVisit) => save((at) => holdCancel(view, plan, at)),
    accept: (plans: readonly PlannedVisit[]) => save((at) => holdAccept(view, plans, at)),
  };
}
