import { waitingStates, type RevisitState } from '@huhudao/domain';
import type { Household, Revisit, Stairwell, StreetReference } from '../local/reference.types.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';

export type WaitingRevisit = {
  streetId: string;
  revisit: Revisit;
  household: Household;
  stairwell: Stairwell;
  /** A round in which the door is mine: its page is opened from here. */
  roundId: string | null;
};

/** The revisits that wait, the first due first; those dealt with here are gone at once. */
export function waitingRevisits(streets: readonly StreetReference[], work: OwnWork): WaitingRevisit[] {
  return streets
    .flatMap((street) => ofStreet(street, work))
    .toSorted((a, b) => (a.revisit.dueOn < b.revisit.dueOn ? -1 : 1));
}

function ofStreet(street: StreetReference, work: OwnWork): WaitingRevisit[] {
  const households = new Map(street.households.map((household) => [household.id, household]));
  const stairwells = new Map(street.stairwells.map((stairwell) => [stairwell.id, stairwell]));
  const rounds = new Map(street.assignments.map(({ householdId, roundId }) => [householdId, roundId]));
  const states = statesHere(street, work);
  return street.revisits.flatMap((pulled) => {
    const household = households.get(pulled.householdId);
    const stairwell = stairwells.get(household?.stairwellId ?? '');
    const revisit = { ...pulled, state: states.get(pulled.id) ?? pulled.state };
    if (household === undefined || stairwell === undefined) return [];
    if (!waitingStates.includes(revisit.state)) return [];
    const { streetId } = street;
    return [{ streetId, revisit, household, stairwell, roundId: rounds.get(household.id) ?? null }];
  });
}

function statesHere(street: StreetReference, work: OwnWork): ReadonlyMap<string, RevisitState> {
  return new Map(notYetPulled('revisit', street, work).map(({ revisitId, state }) => [revisitId, state]));
}
