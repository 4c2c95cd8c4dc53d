import { useCallback, useRef, useState } from 'react';
import { useTablet } from '../../app/tablet.tsx';
import type { Draft } from '../../local/work.types.ts';

export type ChangeDraft = (change: Partial<Draft>) => void;

export type DraftHandle = {
  draft: Draft;
  change: ChangeDraft;
  /** Resolves once everything said so far is on the disk. */
  settled: () => Promise<void>;
};

/**
 * The draft on screen. Each change is written at once; while one write is under way the next ones wait and the last
 * of them is written, so that an older state never overtakes a newer one.
 */
export function useDraft(initial: Draft): DraftHandle {
  const store = useTablet();
  const [draft, setDraft] = useState(initial);
  const [fault, setFault] = useState<unknown>();
  // A draft that cannot be written is not shown as if it were.
  if (fault !== undefined) throw fault;
  const latest = useRef(initial);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const dirty = useRef(false);

  const write = useCallback(async () => {
    if (!dirty.current) return;
    dirty.current = false;
    await store.saveDraft(latest.current);
  }, [store]);
  const change = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      dirty.current = true;
      writing.current = writing.current.then(write);
      writing.current.catch(setFault);
    },
    [write],
  );
  const settled = useCallback(() => writing.current, []);
  return { draft, change, settled };
}
