import type { SelectionView } from '@huhudao/protocol';
import type { SelectionRow } from './selections.queries.ts';

/**
 * What of a selection still stands. A community of which every part is gone is left out: without its parts it would be
 * chosen as a whole.
 */
export function presentSelection(
  { places: { communityIds, parts = {} }, ...row }: SelectionRow,
  communities: readonly string[],
  goneIds: ReadonlySet<string>,
): SelectionView {
  const standing = communityIds.filter((id) => communities.includes(id));
  const left = standing.map((id) => [id, parts[id]?.filter((part) => !goneIds.has(part))] as const);
  const places = {
    communityIds: left.filter(([, ids]) => ids === undefined || ids.length > 0).map(([id]) => id),
    parts: Object.fromEntries(left.flatMap(([id, ids = []]) => (ids.length > 0 ? [[id, ids] as const] : []))),
  };
  const goneParts = Object.values(parts)
    .flat()
    .filter((id) => goneIds.has(id));
  return {
    ...row,
    places: places.communityIds.length === 0 ? null : places,
    gone: communityIds.length - standing.length + goneParts.length,
  };
}
