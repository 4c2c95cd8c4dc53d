/** Where a door stands on its floor in the stairwell grid, as far as its room number tells. */

export type DoorPlace = { position: number; span: number };

/** `1101-1102`, two flats in one: the numbers of the first and the last. */
const several = /^(\d{3,5})[-~、,&](\d{3,5})$/;
const widest = 4;

/**
 * The last two digits of the room number are the door's place on every floor: 101, 201 and 1101 stand above one
 * another. A room without a number stands first. Several flats in one are as wide as they are many.
 */
export function placeDoor(room: string, roomSort: number): DoorPlace {
  const [, first, last] = several.exec(room) ?? [];
  const flats = Number(last) - Number(first) + 1;
  return { position: roomSort % 100, span: flats > 1 && flats <= widest ? flats : 1 };
}
