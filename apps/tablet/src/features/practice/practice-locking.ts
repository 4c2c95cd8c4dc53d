import type { Locking } from '../../app/locking.tsx';
import { counted, mostTries, noTries, triesLeft, waitLeft } from '../../local/pin-tries.ts';

/** Shown wherever it is asked for. */
export const practicePin = '135790';

/** Practice has nothing to lock: whatever would cover the screen ends it. Nobody is ever locked out of it. */
export function practiceLocking(leave: () => void): Locking {
  let tries = noTries;
  const nothing = () => Promise.resolve();
  return {
    lock: leave,
    signInAgain: leave,
    practise: leave,
    signOut: async () => leave(),
    checkPin: async (pin) => {
      if (pin === practicePin) {
        tries = noTries;
        return null;
      }
      tries = counted(tries, Date.now());
      if (tries.failed >= mostTries - 1) tries = noTries;
      return { result: 'wrong', left: triesLeft(tries), waitMs: waitLeft(tries, Date.now()) };
    },
    changePin: async () => null,
    autoLock: 15,
    changeAutoLock: nothing,
    noteHandedOver: nothing,
    shutTablet: nothing,
    wipe: nothing,
  };
}
