import type { RevisitState } from '../vocabulary.ts';

/** `open → planned → visited → resolved | unresolved | declined`; steps may be skipped, never taken back. */
const reachable: Record<RevisitState, readonly RevisitState[]> = {
  open: ['planned', 'visited', 'resolved', 'unresolved', 'declined'],
  planned: ['open', 'planned', 'visited', 'resolved', 'unresolved', 'declined'],
  visited: ['planned', 'visited', 'resolved', 'unresolved', 'declined'],
  resolved: [],
  unresolved: [],
  declined: [],
};

/** True where a revisit may go from one state to the other; a planned one may be taken off the calendar again. */
export const canBecome = (from: RevisitState, to: RevisitState): boolean => reachable[from].includes(to);

export const waitingStates: readonly RevisitState[] = ['open', 'planned', 'visited'];
