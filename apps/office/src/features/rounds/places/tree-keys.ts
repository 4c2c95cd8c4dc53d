import type { PlaceRow } from './place-rows.ts';

/** What a key does in the tree: moves to another line, opens or closes the one, or ticks it. */
export type KeyDeed = { kind: 'go'; to: number } | { kind: 'open' | 'close' | 'tick' };

/** As in every tree of a desktop: arrows walk, right opens, left closes or goes up, the space bar ticks. */
export function deedOf(key: string, rows: readonly PlaceRow[], at: number): KeyDeed | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const go = (to: number): KeyDeed => ({ kind: 'go', to: Math.min(Math.max(to, 0), rows.length - 1) });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (row.open === null) return undefined;
      return row.open ? go(at + 1) : { kind: 'open' };
    case 'ArrowLeft': {
      if (row.open === true) return { kind: 'close' };
      const parent = rows.findIndex(({ node }) => node.id === row.parentId);
      return parent === -1 ? undefined : go(parent);
    }
    case ' ':
    case 'Enter':
      return { kind: 'tick' };
    default:
      return undefined;
  }
}
