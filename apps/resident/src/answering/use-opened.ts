import { useEffect, useState } from 'react';
import type { AnswerLink } from '@huhudao/protocol';
import { loadEngine } from './engine.ts';
import { open, type Opened } from './requests.ts';

export type Opening =
  | { state: 'opening' }
  | { state: 'failed'; error: unknown }
  | { state: 'open'; opened: Opened };

/**
 * Asks the server what a ticket is for, and fetches all there is to fetch: from then on, answering needs no network.
 * Nothing is asked where it is not `wanted`.
 */
export function useOpened(link: AnswerLink, wanted: boolean): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const tell = (next: Opening) => {
      if (current) setOpening(next);
    };
    Promise.all([open(link), loadEngine()]).then(
      ([opened]) => tell({ state: 'open', opened }),
      (error: unknown) => tell({ state: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [link, wanted]);
  return opening;
}
