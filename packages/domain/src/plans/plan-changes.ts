/** A plan that a transaction made, took back, or both. */
export type ChangedPlan = { madeHere: boolean; gone: boolean };

/** What is told of a plan; `before` is the one it takes the place of. */
export type PlanChange<P> = { kind: 'planGiven' | 'planMoved' | 'planTaken'; plan: P; before: P | null };

/**
 * What people are told of the plans of one stairwell in one round that changed together: one taken back and one made are
 * a plan that was moved, and one that was made and taken back again is nobody's news. In the order of the plans.
 */
export function planChanges<P extends ChangedPlan>(plans: readonly P[]): PlanChange<P>[] {
  const taken = plans.filter((plan) => plan.gone && !plan.madeHere);
  const given = plans.filter((plan) => plan.madeHere && !plan.gone);
  return [
    ...given.map((plan, place): PlanChange<P> => {
      const before = taken[place];
      return before === undefined
        ? { kind: 'planGiven', plan, before: null }
        : { kind: 'planMoved', plan, before };
    }),
    ...taken.slice(given.length).map((plan): PlanChange<P> => ({ kind: 'planTaken', plan, before: null })),
  ];
}
