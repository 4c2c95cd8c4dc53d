import { useEffect, useState } from 'react';
import { hasRoomForShift } from '../local/room.ts';

const seconds = 1000;
/** Not while the first screen is being drawn. */
const firstAfter = 10 * seconds;
/** As much as a shift is not written often where it fitted, and soon again where it did not. */
const again = { fits: 3600 * seconds, full: 60 * seconds };

let last: { fits: boolean; until: number } | null = null;

/** Whether a shift still fits on the tablet; true until it was tried, which is done hourly at most. */
export function useRoom(): boolean {
  const [fits, setFits] = useState(last?.fits ?? true);
  useEffect(() => {
    let current = true;
    const tryOut = async () => {
      if (last === null || performance.now() > last.until) {
        const found = await hasRoomForShift();
        last = { fits: found, until: performance.now() + again[found ? 'fits' : 'full'] };
      }
      if (current) setFits(last.fits);
    };
    const first = window.setTimeout(() => void tryOut(), firstAfter);
    const timer = window.setInterval(() => void tryOut(), again.full);
    return () => {
      current = false;
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, []);
  return fits;
}
