import { chosenIn, tickOf, tickOfCommunity, type Choice, type Tick } from './choice.ts';
import type { PlaceNode } from './place-node.ts';

/** A line of the tree, as it is read from top to bottom. */
export type PlaceRow = {
  node: PlaceNode;
  community: PlaceNode;
  /** Null for the community itself. */
  parentId: string | null;
  level: number;
  /** Null where there is nothing below. */
  open: boolean | null;
  position: number;
  siblings: number;
  tick: Tick;
};

export type TreeView = {
  choice: Choice;
  /** What is looked for, without spaces; everything is shown where it is empty. */
  wanted: string;
  /** Communities in which the server found it. */
  foundIds: ReadonlySet<string>;
  opened: ReadonlySet<string>;
  /** Closed by hand among what a search has opened. */
  closed: ReadonlySet<string>;
};

/** How names are compared: without spaces, capitals alike. */
export const plain = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();

export const isNamed = ({ fullName }: PlaceNode, wanted: string): boolean => plain(fullName).includes(wanted);

/** What of the tree is on the screen: all that is open, or what a search found with all it lies in. */
export function rowsOf(communities: readonly PlaceNode[], view: TreeView): PlaceRow[] {
  return walk(communities, { level: 1, parentId: null, all: view.wanted === '' }, (node) => {
    const chosen = chosenIn(node, view.choice);
    return {
      ...{ view, community: node },
      tick: (one) => (one === node ? tickOfCommunity(one.id, view.choice) : tickOf(one, chosen)),
    };
  });
}

type Inside = { view: TreeView; community: PlaceNode; tick: (node: PlaceNode) => Tick };
type At = { level: number; parentId: string | null; /** Nothing is looked for here. */ all: boolean };

const holds = (node: PlaceNode, { wanted, foundIds }: TreeView): boolean =>
  isNamed(node, wanted) || foundIds.has(node.id) || holdsBelow(node, wanted);

const holdsBelow = ({ children }: PlaceNode, wanted: string): boolean =>
  (children ?? []).some((child) => isNamed(child, wanted) || holdsBelow(child, wanted));

function walk(nodes: readonly PlaceNode[], at: At, insideOf: (node: PlaceNode) => Inside): PlaceRow[] {
  const inside = nodes.map((node) => ({ node, ...insideOf(node) }));
  const shown = inside.filter(({ node, view }) => at.all || holds(node, view));
  return shown.flatMap(({ node, view, community, tick }, index) => {
    // A name that fits shows all that is below it once opened; otherwise the way down to what fits is open.
    const fits = at.all || (isNamed(node, view.wanted) && !holdsBelow(node, view.wanted));
    const open = fits ? view.opened.has(node.id) : !view.closed.has(node.id);
    const leaf = node.children?.length === 0;
    const { level, parentId } = at;
    const row = { node, community, parentId, level, open: leaf ? null : open, tick: tick(node) };
    const below = leaf || !open ? [] : (node.children ?? []);
    const next = { level: level + 1, parentId: node.id, all: fits };
    return [
      { ...row, position: index + 1, siblings: shown.length },
      ...walk(below, next, () => ({ view, community, tick })),
    ];
  });
}
