import { minutesFor, minutesOf, timeAt, type TimeWindow } from '@huhudao/domain';

export type LaidOut = { stairwellId: string } & TimeWindow;

/** The shortest time for which a stairwell is begun, in minutes. */
const least = 15;

/**
 * Several stairwells one after the other within a window, each as long as its doors take at the team's pace; the only
 * one gets the whole window. What does not fit any more is left out.
 */
export function layOut(
  stairwells: readonly { stairwellId: string; left: number }[],
  window: TimeWindow,
  doorsPerHour: number,
): { laid: LaidOut[]; leftOut: string[] } {
  const [only] = stairwells;
  if (stairwells.length === 1 && only !== undefined)
    return { laid: [{ stairwellId: only.stairwellId, ...window }], leftOut: [] };
  const end = minutesOf(window.until);
  let start = minutesOf(window.from);
  const laid: LaidOut[] = [];
  const leftOut: string[] = [];
  for (const { stairwellId, left } of stairwells) {
    const until = Math.min(end, start + Math.max(least, minutesFor(doorsPerHour, left)));
    if (until - start < least) leftOut.push(stairwellId);
    else {
      laid.push({ stairwellId, from: timeAt(start), until: timeAt(until) });
      start = until;
    }
  }
  return { laid, leftOut };
}
