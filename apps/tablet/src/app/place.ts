/**
 * Where one is in the app, and the path that says it. The paths hold ids only, never a name or a room, because they
 * end up in the browser's history.
 */
export type Place =
  | { kind: 'today' }
  | { kind: 'stairwell'; roundId: string; stairwellId: string }
  | ({ kind: 'door' } & DoorIds)
  | ({ kind: 'visit' } & DoorIds)
  /** What the resident wants put right: from the door, or in the middle of a visit. */
  | ({ kind: 'concern'; inVisit: boolean } & DoorIds)
  | { kind: 'plan' }
  | { kind: 'revisits' }
  | { kind: 'notices' }
  | { kind: 'sync' }
  | { kind: 'settings' };

type DoorIds = { roundId: string; stairwellId: string; householdId: string };

export const basePath = '/tablet';

export function pathOf(place: Place): string {
  switch (place.kind) {
    case 'today':
      return `${basePath}/`;
    case 'stairwell':
      return `${basePath}/rounds/${place.roundId}/stairwells/${place.stairwellId}`;
    case 'door':
      return `${basePath}/rounds/${place.roundId}/stairwells/${place.stairwellId}/doors/${place.householdId}`;
    case 'visit':
      return `${pathOf({ ...place, kind: 'door' })}/visit`;
    case 'concern':
      return `${pathOf({ ...place, kind: place.inVisit ? 'visit' : 'door' })}/concern`;
    case 'plan':
    case 'revisits':
    case 'notices':
    case 'sync':
    case 'settings':
      return `${basePath}/${place.kind}`;
  }
}

const id = '([0-9a-f-]{36})';
const inRound = new RegExp(`^/rounds/${id}/stairwells/${id}(?:/doors/${id}(/visit)?(/concern)?)?$`);
const plain = ['plan', 'revisits', 'notices', 'sync', 'settings'] as const;

/** The place of a path; anything unknown is Today, which is where everybody starts. */
export function placeOf(path: string): Place {
  const rest = path.startsWith(basePath) ? path.slice(basePath.length).replace(/\/$/, '') : '';
  const kind = plain.find((known) => `/${known}` === rest);
  if (kind !== undefined) return { kind };
  const [, roundId, stairwellId, householdId, visit, concern] = inRound.exec(rest) ?? [];
  if (roundId === undefined || stairwellId === undefined) return { kind: 'today' };
  if (householdId === undefined) return { kind: 'stairwell', roundId, stairwellId };
  const ids = { roundId, stairwellId, householdId };
  if (concern !== undefined) return { kind: 'concern', inVisit: visit !== undefined, ...ids };
  return visit === undefined ? { kind: 'door', ...ids } : { kind: 'visit', ...ids };
}

/** Where "back" leads: one step up, not through history. */
export function above(place: Place): Place | undefined {
  switch (place.kind) {
    case 'concern': {
      const { roundId, stairwellId, householdId, inVisit } = place;
      return { kind: inVisit ? 'visit' : 'door', roundId, stairwellId, householdId };
    }
    case 'visit':
      return { ...place, kind: 'door' };
    case 'door':
      return { kind: 'stairwell', roundId: place.roundId, stairwellId: place.stairwellId };
    case 'stairwell':
    case 'notices':
    case 'settings':
      return { kind: 'today' };
    case 'today':
    case 'plan':
    case 'revisits':
    case 'sync':
      return undefined;
  }
}
