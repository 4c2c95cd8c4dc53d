import { useSyncExternalStore } from 'react';

/** Room for three columns: a tablet lying down. In em, so that largest type falls back to one column. */
const wide = '(min-width: 64em)';

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(wide).matches,
  );
}
