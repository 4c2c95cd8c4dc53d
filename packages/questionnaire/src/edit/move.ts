import type { Definition } from '../definition/definition.schema.ts';
import { insert, remove } from './parts.ts';
import { isSamePlace, partAt, partsIn, splitPlace, withList } from './place.ts';
import type { Edited, Place } from './place.ts';

/** Moves a part to before what stands at another place (both as they are before the move), or last in its list. */
export function move(definition: Definition, from: Place, to: Place): Edited {
  const part = partAt(definition, from);
  const unchanged = { definition, place: from };
  if (part === undefined || isSamePlace(from, to)) return unchanged;
  const isPage = !('type' in part);
  if (isPage !== (to.length === 1)) return unchanged;
  if (isPage) return movePage(definition, from[0] ?? 0, to[0] ?? 0);
  const isInside = to.length > from.length && from.every((step, depth) => to[depth] === step);
  if (isInside) return unchanged;
  const target = withoutPart(to, from);
  const moved = insert(remove(definition, from).definition, part, target);
  // A panel has no place inside another.
  return partAt(moved.definition, moved.place) === part ? moved : unchanged;
}

/** Where a place is when a part before it in the same list is gone. */
function withoutPart(place: Place, gone: Place): Place {
  const { container, index } = splitPlace(gone);
  const depth = container.length;
  const sharesList = place.length > depth && container.every((step, level) => place[level] === step);
  const step = place[depth] ?? 0;
  return sharesList && index < step ? place.with(depth, step - 1) : place;
}

function movePage(definition: Definition, from: number, to: number): Edited {
  const target = Math.min(to > from ? to - 1 : to, definition.pages.length - 1);
  return {
    definition: withList(definition, [], (list) => {
      const rest = list.toSpliced(from, 1);
      return rest.toSpliced(target, 0, ...list.slice(from, from + 1));
    }),
    place: [target],
  };
}

/**
 * Moves a part one step up or down in reading order: past its neighbour, into and out of a panel, and from page to
 * page. At the very beginning and end it stays.
 */
export function step(definition: Definition, place: Place, direction: 'up' | 'down'): Edited {
  const target = direction === 'up' ? above(definition, place) : below(definition, place);
  return target === undefined ? { definition, place } : move(definition, place, target);
}

function above(definition: Definition, place: Place): Place | undefined {
  const { container, index } = splitPlace(place);
  if (index > 0) {
    const before: Place = [...container, index - 1];
    return entryOf(definition, place, before, 'last') ?? before;
  }
  if (place.length === 3) return container;
  const [page = 0] = place;
  if (place.length < 2 || page === 0) return undefined;
  return [page - 1, lengthAt(definition, [page - 1])];
}

function below(definition: Definition, place: Place): Place | undefined {
  const { container, index } = splitPlace(place);
  if (index + 1 < lengthAt(definition, container)) {
    const next: Place = [...container, index + 1];
    return entryOf(definition, place, next, 'first') ?? [...container, index + 2];
  }
  const [page = 0, panel = 0] = place;
  if (place.length === 3) return [page, panel + 1];
  if (place.length < 2 || page + 1 >= definition.pages.length) return undefined;
  return [page + 1, 0];
}

/** A question that comes to a panel goes into it, at the end it comes from. */
function entryOf(
  definition: Definition,
  moving: Place,
  beside: Place,
  end: 'first' | 'last',
): Place | undefined {
  const part = partAt(definition, moving);
  const panel = partAt(definition, beside);
  const enters = part !== undefined && 'type' in part && part.type !== 'panel';
  if (!enters || panel === undefined || !('type' in panel) || panel.type !== 'panel') return undefined;
  return [...beside, end === 'first' ? 0 : panel.elements.length];
}

function lengthAt(definition: Definition, container: Place): number {
  return partsIn(partAt(definition, container) ?? definition).length;
}
