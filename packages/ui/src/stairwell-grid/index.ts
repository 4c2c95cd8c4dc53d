export { DoorStateIcon } from './door-state-icon.tsx';
export {
  doorStateOf,
  doorStates,
  toneOfDoorState,
  type DoorFacts,
  type DoorState,
  type Tone,
} from './door-state.ts';
export { layOutStairwell, type GridLayout, type PlacedDoor } from './layout.ts';
export { StairwellGrid, type GridDoor } from './stairwell-grid.tsx';
export { Chip, StateChip } from './state-chip.tsx';
