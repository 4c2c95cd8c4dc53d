import type { Occupancy, Outcome } from '@huhudao/domain';

/** How a door shows in the stairwell grid and beside its room number. */
export const doorStates = [
  'open',
  'done',
  'partial',
  'notHome',
  'noAccess',
  'appointment',
  'refused',
  'unable',
  'revisit',
  'vacant',
  'notResidential',
  'notFound',
  'ineligible',
  'doNotContact',
  'notAssigned',
] as const;
export type DoorState = (typeof doorStates)[number];

/** The colour family of a state; never the only sign of it. */
export type Tone = 'done' | 'wait' | 'appointment' | 'stop' | 'back' | 'none' | 'void';

export const toneOfDoorState: Record<DoorState, Tone> = {
  open: 'none',
  done: 'done',
  partial: 'wait',
  notHome: 'wait',
  noAccess: 'wait',
  appointment: 'appointment',
  refused: 'stop',
  unable: 'stop',
  revisit: 'back',
  vacant: 'void',
  notResidential: 'void',
  notFound: 'void',
  ineligible: 'void',
  doNotContact: 'stop',
  notAssigned: 'void',
};

const stateOfOutcome: Record<Outcome, DoorState> = {
  completed: 'done',
  partial: 'partial',
  visited: 'done',
  refused: 'refused',
  refusedHard: 'refused',
  appointment: 'appointment',
  notHome: 'notHome',
  noAccess: 'noAccess',
  unable: 'unable',
  ineligible: 'ineligible',
  vacant: 'vacant',
  notResidential: 'notResidential',
  notFound: 'notFound',
};

/** What the grid knows of a door. `outcome` is the final or, before that, the latest one in the round. */
export type DoorFacts = {
  assigned: boolean;
  outcome: Outcome | null;
  occupancy: Occupancy;
  doNotContact: boolean;
  /** A revisit waits at this door. */
  revisit: boolean;
};

/**
 * The one state shown for a door: what somebody should know first. A wish not to be disturbed comes before
 * everything, a revisit that waits before what is done, what was found at the door before what the register says.
 */
export function doorStateOf(door: DoorFacts): DoorState {
  if (door.doNotContact) return 'doNotContact';
  if (door.revisit) return 'revisit';
  if (!door.assigned) return stateOfOccupancy(door.occupancy) ?? 'notAssigned';
  if (door.outcome !== null) return stateOfOutcome[door.outcome];
  return stateOfOccupancy(door.occupancy) ?? 'open';
}

function stateOfOccupancy(occupancy: Occupancy): DoorState | undefined {
  if (occupancy === 'vacant') return 'vacant';
  if (occupancy === 'business' || occupancy === 'demolished') return 'notResidential';
  return undefined;
}
