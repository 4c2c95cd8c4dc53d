/** Adds the communities and grids a roster names and its street does not have. */
import { newId } from '@huhudao/protocol';
import type { Actor, Deps } from '../../http/deps.ts';
import { onPlatform, platformCommand, type PlatformTx } from '../../http/transaction.ts';
import { noteNewAreas } from '../imports.queries.ts';
import type { RosterRow } from '../roster/roster.ts';
import { findMissing, findPlaces, type Places } from './places.ts';

export type NewArea = {
  id: string;
  kind: 'community' | 'grid';
  parentId: string;
  withinStreet: string;
  name: string;
};

/** Given by the areas concept. */
export type AddArea = (tx: PlatformTx, area: NewArea) => Promise<unknown>;

type Input = { importId: string; areas: readonly NewArea[]; addArea: AddArea };

const addAreas = platformCommand({
  action: 'import.areasAdded',
  subject: ({ importId, areas }: Input) => ({ importId, areaIds: areas.map(({ id }) => id) }),
  run: async (tx, { areas, addArea }) => {
    for (const area of areas) await addArea(tx, area);
  },
});

/** All the places of the roster. The ids of those that were added for it stand on the import. */
export async function addMissingAreas(
  deps: Deps,
  actor: Actor,
  { streetId, importId, addArea }: { streetId: string; importId: string; addArea: AddArea },
  rows: readonly RosterRow[],
): Promise<Places> {
  deps.areas.forget();
  await deps.areas.refresh();
  const known = findPlaces(deps.areas, streetId);
  const areas = areasFor(streetId, known, rows);
  if (areas.length === 0) return known;
  await noteNewAreas(
    deps.sql,
    streetId,
    importId,
    areas.map(({ id }) => id),
  );
  await onPlatform(deps, actor, addAreas, { importId, areas, addArea });
  deps.areas.forget();
  await deps.areas.refresh();
  return findPlaces(deps.areas, streetId);
}

/** Communities before the grids in them. */
function areasFor(streetId: string, known: Places, rows: readonly RosterRow[]): NewArea[] {
  const missing = findMissing(known, rows);
  const inStreet = { withinStreet: streetId };
  const communities = missing.communities.map((name): NewArea => ({
    id: newId(),
    kind: 'community',
    parentId: streetId,
    ...inStreet,
    name,
  }));
  const parents = new Map([...known.communities, ...communities.map(({ name, id }) => [name, id] as const)]);
  const grids = missing.grids.flatMap(({ community, name }): NewArea[] => {
    const parentId = parents.get(community);
    return parentId === undefined ? [] : [{ id: newId(), kind: 'grid', parentId, ...inStreet, name }];
  });
  return [...communities, ...grids];
}
