import type { PlaceName, RecordLabel, Work } from '@huhudao/outbox';
import type { Household, Stairwell, StreetReference } from '../local/reference.types.ts';

/** The same work, and each record knows what its door is called: by the time it is refused the door may be gone. */
export function withPlaces<Local>(work: Work<Local>, streets: readonly StreetReference[]): Work<Local> {
  const street = streets.find((one) => one.streetId === work.streetId);
  if (street === undefined) return work;
  const named = (label: RecordLabel): RecordLabel => {
    const place = placeOf(label, street);
    return place === undefined ? label : { ...label, place };
  };
  return { ...work, mutations: work.mutations.map((entry) => ({ ...entry, label: named(entry.label) })) };
}

function placeOf(
  { stairwellId, householdId }: RecordLabel,
  { stairwells, households }: StreetReference,
): PlaceName | undefined {
  const stairwell = stairwells.find(({ id }) => id === stairwellId);
  if (stairwell === undefined) return undefined;
  return placeNameOf(
    stairwell,
    households.find(({ id }) => id === householdId),
  );
}

export function placeNameOf(
  { compoundName: compound, buildingLabel: building, label }: Stairwell,
  household: Pick<Household, 'room'> | undefined,
): PlaceName {
  return { compound, building, stairwell: label, room: household?.room ?? null };
}
