import { goTo } from './navigation.tsx';

/** Who was here before, as long as the tab is open. An id, and nothing that says whose it is. */
const lastHere = 'huhudao.lastHere';

/** Nobody was: what they had here is wiped. */
export function forgetWhoWasHere(): void {
  sessionStorage.removeItem(lastHere);
  goTo({ kind: 'today' }, 'replace');
}

/** Whoever unlocks the tablet finds themselves where they were; somebody else begins at Today. */
export function comeBack(personId: string): void {
  const before = sessionStorage.getItem(lastHere);
  if (before !== null && before !== personId) goTo({ kind: 'today' }, 'replace');
  sessionStorage.setItem(lastHere, personId);
}
