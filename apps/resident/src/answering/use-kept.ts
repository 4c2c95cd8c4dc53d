import { useCallback, useEffect, useState } from 'react';
import { keep, readKept, type Kept } from './kept.ts';

export type ChangeKept = (change: Partial<Kept>) => void;

/** What is kept for a ticket, written down at every change. */
export function useKept(token: string): [Kept, ChangeKept] {
  const [kept, setKept] = useState(() => readKept(token));
  const change = useCallback((part: Partial<Kept>) => setKept((before) => ({ ...before, ...part })), []);
  useEffect(() => keep(kept), [kept]);
  return [kept, change];
}
