/** The made-up building, as irregular as real ones: a shop, a basement, a double flat, a split one, a flat under the roof. */
import type { Household } from '../../local/reference.types.ts';

/** A door on the plan. `span` in ordinary doors. */
export type Spot = Pick<Household, 'floor' | 'room' | 'position' | 'span' | 'occupancy'>;

const flat = (floor: number, room: string, position: number, over: Partial<Spot> = {}): Spot => ({
  ...{ floor, room, position, span: 1, occupancy: 'occupied' },
  ...over,
});

/** As many doors on each of these floors. */
const floors = (from: number, to: number, doors: number): Spot[] =>
  Array.from({ length: (to - from + 1) * doors }, (_, index) => {
    const [floor, position] = [from + Math.floor(index / doors), (index % doors) + 1];
    return flat(floor, `${floor}0${position}`, position);
  });

const isVacant = (spot: Spot): Spot => (spot.room === '202' ? { ...spot, occupancy: 'vacant' } : spot);

/** The doors of both stairwells. */
export const stairwellPlans: readonly (readonly Spot[])[] = [
  [
    flat(1, '101', 1, { span: 2, occupancy: 'business' }),
    flat(1, '103', 3),
    ...floors(2, 5, 3).map(isVacant),
    flat(6, '601', 1, { span: 2 }),
    flat(6, '603', 3, { occupancy: 'rented' }),
  ],
  [
    flat(-1, 'B01', 1, { occupancy: 'rented' }),
    ...floors(1, 5, 2),
    flat(6, '601A', 1),
    flat(6, '601B', 1, { occupancy: 'rented' }),
    flat(6, '602', 2),
    flat(7, '701', 1, { span: 2 }),
  ],
];
