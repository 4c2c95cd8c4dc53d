import type { ContactCell } from '../contact-cells.ts';
import { doorsIn, minutesFor } from '../capacity.ts';
import type { Need } from './needs.ts';
import type { Span } from './stretches.ts';

/** A team at a stairwell, from `start` for as long as it needs, at the latest until `end`. */
export type Occasion = Span & {
  day: string;
  cell: ContactCell;
  doorsPerHour: number;
  people: readonly string[];
};

export type Filling = { taken: { need: Need; householdIds: string[] }[]; doors: number; end: number };

/** Whether doors of this kind may be visited on such an occasion, quiet hours aside. */
export const suits = (
  need: Need,
  { day, cell, people }: Omit<Occasion, keyof Span | 'doorsPerHour'>,
): boolean =>
  need.waiting.length > 0 &&
  need.notBefore <= day &&
  need.cells.includes(cell) &&
  (need.notBy.length === 0 || people.some((id) => !need.notBy.includes(id)));

/**
 * Which of the needs, taken in the order given, fill an occasion. The slot ends a quarter of an hour or less after its
 * last door, and before the quiet hours of any door in it. `already` doors are there anyway. Nothing is changed.
 */
export function fillSlot(needs: readonly Need[], occasion: Occasion, already = 0): Filling {
  const { start, doorsPerHour } = occasion;
  let { end } = occasion;
  let doors = already;
  const taken: Filling['taken'] = [];
  for (const need of needs) {
    const until = suits(need, occasion) ? quietFrom(need, start, end) : start;
    const room = Math.min(doorsIn(doorsPerHour, until - start) - doors, need.waiting.length);
    if (room <= 0) continue;
    taken.push({ need, householdIds: need.waiting.slice(0, room) });
    doors += room;
    end = until;
  }
  return { taken, doors, end: Math.min(end, start + minutesFor(doorsPerHour, doors)) };
}

/** Takes the doors of a filling out of what waits. */
export function settle({ taken }: Filling): void {
  for (const { need, householdIds } of taken) need.waiting.splice(0, householdIds.length);
}

/** Until when doors may be visited without a break from `start` on; `start` where they may not be at all. */
function quietFrom(need: Need, start: number, end: number): number {
  const ahead = need.quiet.filter((quiet) => quiet.end > start).map((quiet) => Math.max(start, quiet.start));
  return Math.min(end, ...ahead);
}
