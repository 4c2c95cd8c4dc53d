/** The way from the communities of a street down to a door, as it stands in the address. */
import type { CoverageLevel } from '@huhudao/protocol';

/** Each part is chosen below the one before it; nothing chosen is the whole street. */
export type DrillPlace = {
  community?: string | undefined;
  grid?: string | undefined;
  building?: string | undefined;
  stairwell?: string | undefined;
};

const parts = ['community', 'grid', 'building', 'stairwell'] as const;
export type DrillPart = (typeof parts)[number];

/** What is listed at a place. A community without grids lists its buildings. */
export function levelBelow(place: DrillPlace, hasGrids: boolean): CoverageLevel | 'door' {
  if (place.stairwell !== undefined) return 'door';
  if (place.building !== undefined) return 'stairwell';
  if (place.grid !== undefined) return 'building';
  if (place.community === undefined) return 'community';
  return hasGrids ? 'grid' : 'building';
}

/** The places above and the place itself, from the top; the first is the whole. */
export function trailOf(place: DrillPlace): { part: DrillPart | undefined; place: DrillPlace }[] {
  const trail: { part: DrillPart | undefined; place: DrillPlace }[] = [{ part: undefined, place: {} }];
  let above: DrillPlace = {};
  for (const part of parts) {
    if (place[part] === undefined) continue;
    above = { ...above, [part]: place[part] };
    trail.push({ part, place: above });
  }
  return trail;
}

/** A place in the search of the address: what is not chosen is taken out of it. */
export const searchOf = ({ community, grid, building, stairwell }: DrillPlace): Required<DrillPlace> => ({
  community,
  grid,
  building,
  stairwell,
});
