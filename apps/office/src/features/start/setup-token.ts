import { useSyncExternalStore } from 'react';

/**
 * The one-time code of the set-up link. It is kept after `#`, the part of an address that is never sent, and moved
 * there from the query if the link had it there.
 */
export function readSetupToken(): string | null {
  const inHash = tokenIn(location.hash.replace(/^#\/?(setup)?/, ''));
  if (inHash !== null) return inHash;
  const inQuery = tokenIn(location.search);
  if (inQuery !== null) keepSetupToken(inQuery);
  return inQuery;
}

function tokenIn(query: string): string | null {
  const token = new URLSearchParams(query.replace(/^\?/, '')).get('token');
  return token === null || token.trim() === '' ? null : token.trim();
}

/** Puts the code into the address after `#`, so that a reload keeps it. */
export function keepSetupToken(token: string): void {
  history.replaceState(history.state, '', `/#/setup?token=${encodeURIComponent(token)}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Takes the code out of the address once it is used or given up. */
export function dropSetupToken(): void {
  history.replaceState(history.state, '', '/');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useSetupToken(): string | null {
  return useSyncExternalStore((changed) => {
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, readSetupToken);
}
