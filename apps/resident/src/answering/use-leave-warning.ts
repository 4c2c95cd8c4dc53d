import { useEffect } from 'react';

/** Has the browser ask before the page is left with answers that were not sent. */
export function useLeaveWarning(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Browsers before 2023 ask for this alone.
      Reflect.set(event, 'returnValue', '');
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
