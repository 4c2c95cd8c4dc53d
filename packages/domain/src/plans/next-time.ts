import type { DoorHistory, NextAttempt } from './callbacks.ts';
import { nextAttempt } from './callbacks.ts';
import { cellsToTry, contactCells, type ContactCell } from './contact-cells.ts';
import {
  estimateFor,
  promisingCells,
  timesFor,
  type ContactPlace,
  type ContactTally,
  type TimeEstimate,
} from './contact-times.ts';
import type { RoundTimes, TimeWindow } from './slots.ts';
import { offeredCells } from './suggestion/offered-cells.ts';
import { spanOf, stretchesFrom } from './suggestion/stretches.ts';

/** When somebody should come again to a door. */
export type NextTime = Pick<
  Extract<NextAttempt, { state: 'due' }>,
  'cause' | 'notBefore' | 'notBy' | 'tried'
> & {
  /** The time that promises most; undefined where the round has no hours left at which the door may be tried. */
  best: ContactCell | undefined;
  /** How often somebody was met at that time, and at whose doors; undefined where too little is known. */
  estimate: TimeEstimate | undefined;
};

/** A door of a round, with what was tried there and the hours in which nobody knocks. */
export type TriedDoor = DoorHistory & ContactPlace & { quiet: readonly TimeWindow[] };

/**
 * The next time for one door, by the rules of the suggested plan; undefined where nobody has been there yet, or nothing
 * more is to be tried. `today`: a Shanghai date.
 */
export function nextTime(
  door: TriedDoor,
  round: RoundTimes & { attemptsWanted: number },
  contacts: ContactTally,
  today: string,
): NextTime | undefined {
  const next = nextAttempt(door, today, round.attemptsWanted);
  if (next.state !== 'due' || next.cause === 'first') return undefined;
  const { cause, notBefore, notBy, tried } = next;
  const offered = offeredCells(stretchesFrom(round, notBefore))(notBefore, door.quiet.map(spanOf));
  const promising = promisingCells(contacts, door, cellsToTry(tried, offered));
  const known = timesFor(contacts, door, promising)[0]?.cell;
  const best = known ?? contactCells.find((cell) => promising.includes(cell));
  const estimate = best === undefined ? undefined : estimateFor(contacts, door, best);
  return { cause, notBefore, notBy, tried, best, estimate };
}
