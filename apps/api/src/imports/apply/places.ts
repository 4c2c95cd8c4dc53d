/** Finds the communities and grids a roster names among the areas of a street. */
import { must } from '@huhudao/domain';
import type { Areas } from '../../http/areas.ts';
import { normaliseGrid } from '../roster/normalise-place.ts';
import { tidyPlaceName } from '../roster/normalise-text.ts';
import type { RosterRow } from '../roster/roster.ts';
import type { PlacedRow } from './plan-changes.ts';

export type Places = {
  /** Community id by name. */
  communities: ReadonlyMap<string, string>;
  /** Grid id by community id and name. */
  grids: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** Areas under the names a roster's are brought to: 第一网格 of the office and 1网格 of the file are one. */
export function findPlaces(areas: Areas, streetId: string): Places {
  const communities = areas.children(streetId);
  return {
    communities: new Map(communities.map(({ id, name }) => [tidyPlaceName(name), id])),
    grids: new Map(
      communities.map(({ id }) => [
        id,
        new Map(areas.children(id).map((grid) => [normaliseGrid(grid.name) ?? grid.name, grid.id])),
      ]),
    ),
  };
}

export type MissingAreas = { communities: string[]; grids: { community: string; name: string }[] };

/** What the roster names and the street does not have, in the order of the file. */
export function findMissing(places: Places, rows: readonly RosterRow[]): MissingAreas {
  const communities = new Set<string>();
  const grids = new Map<string, { community: string; name: string }>();
  for (const { community, grid } of rows) {
    const communityId = places.communities.get(community);
    if (communityId === undefined) communities.add(community);
    if (grid === null || (communityId !== undefined && places.grids.get(communityId)?.has(grid) === true))
      continue;
    grids.set(`${community} ${grid}`, { community, name: grid });
  }
  return { communities: [...communities], grids: [...grids.values()] };
}

/** Rows with the ids of their areas, all of which are there. */
export function placeRows(places: Places, rows: readonly RosterRow[]): PlacedRow[] {
  return rows.map((row) => {
    const communityId = must(places.communities.get(row.community), 'the community of a row');
    if (row.grid === null) return { ...row, communityId, gridId: null };
    return {
      ...row,
      communityId,
      gridId: must(places.grids.get(communityId)?.get(row.grid), 'the grid of a row'),
    };
  });
}

/** For a preview: areas that are yet to be added stand in by their names, which no household of the register has. */
export function placeRowsFor(places: Places, rows: readonly RosterRow[]): PlacedRow[] {
  return rows.map((row) => {
    const communityId = places.communities.get(row.community) ?? row.community;
    const gridId = row.grid === null ? null : (places.grids.get(communityId)?.get(row.grid) ?? row.grid);
    return { ...row, communityId, gridId };
  });
}
