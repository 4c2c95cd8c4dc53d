/** What changes of the plan become: held for a moment, so that they can be taken back, then records of the outbox. */
import type { PlanRequest } from '@huhudao/domain';
import type { MutationEntry } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import type { HeldWork, OwnRecord, PlanChange } from '../local/work.types.ts';
import type { RoundView } from './round-view.ts';

export type NewPlan = PlanRequest & { note?: string };
type Standing = { id: string; stairwellId: string };

type Change = { entry: MutationEntry; own: OwnRecord };

export function holdPlans(view: RoundView, plans: readonly NewPlan[], at: number): HeldWork {
  return held(
    view,
    { did: 'planned', count: plans.length },
    plans.map((plan) => planned(view, plan)),
    at,
  );
}

/** Taken back and planned anew, in one piece. */
export function holdMove(view: RoundView, from: Standing, to: NewPlan, at: number): HeldWork {
  return held(view, { did: 'moved', count: 1 }, [answered(view, 'cancelPlan', from), planned(view, to)], at);
}

export function holdCancel(view: RoundView, plan: Standing, at: number): HeldWork {
  return held(view, { did: 'cancelled', count: 1 }, [answered(view, 'cancelPlan', plan)], at);
}

export function holdAccept(view: RoundView, plans: readonly Standing[], at: number): HeldWork {
  return held(
    view,
    { did: 'accepted', count: plans.length },
    plans.map((plan) => answered(view, 'acceptPlan', plan)),
    at,
  );
}

function planned(view: RoundView, { note, ...plan }: NewPlan): Change {
  const id = newId();
  const said = note === undefined || note.trim() === '' ? {} : { note: note.trim() };
  const payload = { roundId: view.round.id, ...plan, ...said };
  return {
    entry: { id, kind: 'planVisit', payload, label: labelOf(view, plan.stairwellId) },
    own: { id, kind: 'plan', streetId: view.streetId, ...payload },
  };
}

function answered(view: RoundView, kind: 'cancelPlan' | 'acceptPlan', plan: Standing): Change {
  const id = newId();
  return {
    entry: { id, kind, payload: { planId: plan.id }, label: labelOf(view, plan.stairwellId) },
    own: { id, kind, streetId: view.streetId, planId: plan.id },
  };
}

const labelOf = (view: RoundView, stairwellId: string) => ({
  ...{ roundId: view.round.id, stairwellId, householdId: null },
});

function held(
  { streetId }: RoundView,
  change: PlanChange,
  changes: readonly Change[],
  heldAt: number,
): HeldWork {
  const id = newId();
  return {
    ...{ id, heldAt, doors: [], outcome: null, finishes: null, leaves: null, planned: change },
    work: {
      streetId,
      mutations: changes.map(({ entry }) => entry),
      local: { own: changes.map(({ own }) => own), heldIds: [id], draftIds: [] },
    },
  };
}
