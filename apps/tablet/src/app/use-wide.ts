import { useSyncExternalStore } from 'react';

/** Room for three columns: a tablet lying down. In em, so that largest type falls back to one column. */
const wide = '(min-width: 64em)';

let onScreen = false;

/** While something is printed the width is the paper's; the screen behind stays as it is. */
function isWide(): boolean {
  if (!window.matchMedia('print').matches) onScreen = window.matchMedia(wide).matches;
  return onScreen;
}

export function useWide(): boolean {
  return useSyncExternalStore((listener) => {
    const query = window.matchMedia(wide);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }, isWide);
}
