import { useEffect, useEffectEvent } from 'react';
import { basePath } from './place.ts';

/**
 * Practice in the browser's history. Each of its entries says how many steps it is away from where one was before:
 * going back beyond the first of them ends practice, ending practice goes back there, and its places, which are nowhere
 * in earnest, are never come upon again.
 */
type Entry = { practiceSteps: number };

const isEntry = (state: unknown): state is Entry =>
  typeof state === 'object' && state !== null && 'practiceSteps' in state;

const stepsHere = (): number => (isEntry(window.history.state) ? window.history.state.practiceSteps : 0);

/** What the next entry says, after one that says this. */
export const oneStepOn = (state: unknown): Entry | null =>
  isEntry(state) ? { practiceSteps: state.practiceSteps + 1 } : null;

/** Practice begins at its own Today. */
export function beginPracticeHistory(): void {
  window.history.pushState({ practiceSteps: 1 } satisfies Entry, '', `${basePath}/`);
}

/** Back to where one was; nothing where one is there. */
export function leavePracticeHistory(): void {
  const steps = stepsHere();
  if (steps > 0) window.history.go(-steps);
}

/** Ends practice where one has gone back beyond it, and leads out of its entries where nobody practises. */
export function usePracticeHistory(practising: boolean, onGoneBack: () => void): void {
  const look = useEffectEvent(() => {
    const inside = stepsHere() > 0;
    if (practising && !inside) onGoneBack();
    if (!practising && inside) leavePracticeHistory();
  });
  useEffect(() => {
    // The page was loaded anew in the middle of it.
    leavePracticeHistory();
    const listener = () => look();
    window.addEventListener('popstate', listener);
    return () => window.removeEventListener('popstate', listener);
  }, []);
}
