/** Which doors an address may mean, as far as names tell; the register says which of them there are. */
import { normaliseBuilding, normaliseRoom, normaliseStairwell } from '../roster/normalise-place.ts';
import { tidyLabel } from '../roster/normalise-text.ts';
import { splitDoor } from '../roster/split-door.ts';

export type KnownPlaces = {
  communities: readonly { id: string; name: string }[];
  compounds: readonly { id: string; communityId: string; name: string }[];
  stairwells: readonly { id: string; compoundId: string; building: string; label: string }[];
};

/** A room to be looked for in some stairwells; `sure` where nothing of the address was left unread. */
export type AddressedRoom = { stairwellIds: string[]; room: string; sure: boolean };

/** Reads addresses of one street. */
export function addressReader(known: KnownPlaces): (address: string) => AddressedRoom {
  const communities = known.communities.map((one) => ({ ...one, name: tidyLabel(one.name) }));
  const compounds = known.compounds.map((one) => ({ ...one, name: tidyLabel(one.name) }));
  const stairwellsOf = Map.groupBy(
    known.stairwells.map((one) => ({
      ...one,
      building: normaliseBuilding(one.building)?.label,
      label: normaliseStairwell(one.label)?.label,
    })),
    ({ compoundId }) => compoundId,
  );
  return (address) => {
    const text = tidyLabel(address);
    const community = longestNamed(text, communities);
    const compound = longestNamed(text, compounds);
    const behind = Math.max(endOf(text, community), endOf(text, compound));
    const door = splitDoor(doorIn(text.slice(behind)));
    const unread = door.compound !== undefined && !fillers.test(door.compound);
    const building = normaliseBuilding(door.building ?? '')?.label;
    const stairwell = normaliseStairwell(door.stairwell ?? '')?.label;
    const stairwellIds = compounds
      .filter((one) => compound === undefined || one.name === compound.name)
      .filter((one) => community === undefined || one.communityId === community.id)
      .flatMap(({ id }) => stairwellsOf.get(id) ?? [])
      .filter((one) => building === undefined || one.building === building)
      .filter((one) => stairwell === undefined || one.label === stairwell)
      .map(({ id }) => id);
    return {
      // Of a place nobody knows, each compound would offer its door of that number.
      stairwellIds: (behind === 0 && unread) || stairwellIds.length > mostStairwells ? [] : stairwellIds,
      room: normaliseRoom(door.room)?.label ?? '',
      sure: behind > 0 && !unread,
    };
  };
}

/** An address that may mean more of them says too little. */
const mostStairwells = 60;

/** Between the name of a place and the building; anything else there names a part of the place, or another one. */
const fillers = /^(?:小区|大院|院|内|院内)$/;

/** The longest name that stands in the text: 桥东里二期 is not 桥东里. */
function longestNamed<Place extends { name: string }>(
  text: string,
  places: readonly Place[],
): Place | undefined {
  return places
    .filter(({ name }) => name !== '' && text.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

const endOf = (text: string, place: { name: string } | undefined): number =>
  place === undefined ? 0 : text.lastIndexOf(place.name) + place.name.length;

/** Remarks in brackets and behind the room, and a floor before it, say nothing that the room does not. */
const doorIn = (text: string): string =>
  text
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/(单元|门|楼道)-?\d{1,2}(?:楼|层)-?(?=\d{3,4})/, '$1')
    .replace(/^[-、,。:]+/, '')
    .replace(/(\d[A-Z]?[室户]).*$/, '$1');
