import { useSyncExternalStore, type MouseEvent } from 'react';
import { pathOf, placeOf, type Place } from './place.ts';
import { oneStepOn } from './practice-history.ts';

const moved = 'huhudao:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** Where one is now. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.pathname));
}

/** Goes to a place; `replace` leaves no way back to this one, as after finishing a visit. */
export function goTo(place: Place, how: 'push' | 'replace' = 'push'): void {
  const path = pathOf(place);
  if (path === window.location.pathname) return;
  if (how === 'push') window.history.pushState(oneStepOn(window.history.state), '', path);
  else window.history.replaceState(window.history.state, '', path);
  window.dispatchEvent(new Event(moved));
}

/** Props of a link to a place: a real address, opened without loading the page anew. */
export function linkTo(place: Place) {
  return {
    href: pathOf(place),
    onClick: (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      goTo(place);
    },
  };
}
