import type { AreaView, PlaceView } from '@huhudao/protocol';

/** A place of the tree: community › grid › building › stairwell. */
export type PlaceNode = {
  id: string;
  /** `rest` gathers buildings that belong to no grid; it cannot be chosen under a name of its own. */
  kind: 'community' | 'grid' | 'rest' | 'building' | 'stairwell';
  /** As it stands under its parent; empty for `rest`. */
  name: string;
  /** With what it lies in. */
  fullName: string;
  households: number;
  /** Null while nobody has read them. */
  children: readonly PlaceNode[] | null;
};

const sum = (nodes: readonly PlaceNode[]): number => nodes.reduce((all, one) => all + one.households, 0);

export function communityNode(
  { id, name }: AreaView,
  households: number,
  places: readonly PlaceView[] | undefined,
): PlaceNode {
  const children = places === undefined ? null : childrenOf(id, places);
  return { id, kind: 'community', name, fullName: name, households, children };
}

/** Grids with their buildings; the buildings alone where the community has no grids. */
function childrenOf(communityId: string, places: readonly PlaceView[]): PlaceNode[] {
  const byGrid = Map.groupBy(places, (place) => place.gridId);
  const nodes = [...byGrid].map(([gridId, within]): PlaceNode => {
    const name = within[0]?.gridName ?? '';
    const children = within.map(buildingNode);
    const shared = { name, fullName: name, households: sum(children), children };
    return gridId === null
      ? { ...shared, id: `${communityId}/rest`, kind: 'rest' }
      : { ...shared, id: gridId, kind: 'grid' };
  });
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'rest' ? [...(only.children ?? [])] : nodes;
}

function buildingNode({ id, name, stairwells }: PlaceView): PlaceNode {
  const children = stairwells.map((one): PlaceNode => ({
    ...one,
    kind: 'stairwell',
    fullName: `${name} ${one.name}`,
    children: [],
  }));
  return { id, kind: 'building', name, fullName: name, households: sum(children), children };
}
