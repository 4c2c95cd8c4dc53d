import type { RoundDraft } from '../round-draft.ts';
import type { PlaceNode } from './place-node.ts';

/** The places of a draft: communities, and of some only parts. */
export type Choice = Pick<RoundDraft, 'communityIds' | 'parts'>;
export type Tick = 'all' | 'some' | 'none';

const stairwellsOf = ({ id, kind, children }: PlaceNode): string[] =>
  kind === 'stairwell' ? [id] : (children ?? []).flatMap(stairwellsOf);

/** The stairwells chosen in a community whose places were read. */
export function chosenIn(community: PlaceNode, { communityIds, parts }: Choice): ReadonlySet<string> {
  if (!communityIds.includes(community.id)) return new Set();
  const ids = parts[community.id];
  if (ids === undefined) return new Set(stairwellsOf(community));
  const named = new Set(ids);
  const below = (node: PlaceNode): string[] =>
    named.has(node.id) ? stairwellsOf(node) : (node.children ?? []).flatMap(below);
  return new Set(below(community));
}

export function tickOfCommunity(id: string, { communityIds, parts }: Choice): Tick {
  if (!communityIds.includes(id)) return 'none';
  return parts[id] === undefined ? 'all' : 'some';
}

export function tickOf(node: PlaceNode, chosen: ReadonlySet<string>): Tick {
  const stairwells = stairwellsOf(node);
  const count = stairwells.filter((id) => chosen.has(id)).length;
  if (count === 0) return 'none';
  return count === stairwells.length ? 'all' : 'some';
}

/** A community as a whole, or not at all. */
export function withCommunity({ communityIds, parts }: Choice, id: string, whole: boolean): Choice {
  const { [id]: _, ...others } = parts;
  const rest = communityIds.filter((one) => one !== id);
  return { communityIds: whole ? [...rest, id] : rest, parts: others };
}

/**
 * Takes a place in, or out where all of it was in. What is chosen whole is kept as a whole — a grid rather than all its
 * buildings — so that a building that comes to the grid before the round opens belongs to it.
 */
export function toggled(choice: Choice, community: PlaceNode, node: PlaceNode): Choice {
  if (node.kind === 'community')
    return withCommunity(choice, node.id, tickOfCommunity(node.id, choice) !== 'all');
  const before = chosenIn(community, choice);
  const out = tickOf(node, before) === 'all';
  const after = new Set(before);
  for (const id of stairwellsOf(node)) {
    if (out) after.delete(id);
    else after.add(id);
  }
  const tick = tickOf(community, after);
  if (tick !== 'some') return withCommunity(choice, community.id, tick === 'all');
  const wholes = ({ kind, id, ...rest }: PlaceNode): string[] => {
    const whole = kind !== 'community' && kind !== 'rest' && tickOf({ kind, id, ...rest }, after) === 'all';
    return whole ? [id] : (rest.children ?? []).flatMap(wholes);
  };
  const communityIds = choice.communityIds.includes(community.id)
    ? choice.communityIds
    : [...choice.communityIds, community.id];
  return { communityIds, parts: { ...choice.parts, [community.id]: wholes(community) } };
}

/** Leaves places out that are no more; a community of which nothing is left goes with them. */
export function without({ communityIds, parts }: Choice, goneIds: ReadonlySet<string>): Choice {
  const left = Object.entries(parts).map(
    ([communityId, ids]) => [communityId, ids.filter((id) => !goneIds.has(id))] as const,
  );
  const empty = new Set(left.filter(([, ids]) => ids.length === 0).map(([communityId]) => communityId));
  return {
    communityIds: communityIds.filter((id) => !empty.has(id)),
    parts: Object.fromEntries(left.filter(([communityId]) => !empty.has(communityId))),
  };
}
