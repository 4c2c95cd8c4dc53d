import { useEffect, useState } from 'react';
import { emptyDraft, type RoundDraft } from './round-draft.ts';

/**
 * The form of a new round, kept in this browser tab until it is saved, so that leaving the page or reloading it loses
 * nothing.
 */
export function useKeptDraft(
  streetId: string,
): [RoundDraft, (next: Partial<RoundDraft>) => void, () => void] {
  const key = `huhudao.office.newRound.${streetId}`;
  const [draft, setDraft] = useState<RoundDraft>(() => ({ ...emptyDraft(), ...stored(key) }));
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(draft)), [key, draft]);
  return [
    draft,
    (next) => setDraft((old) => ({ ...old, ...next })),
    () => {
      setDraft(emptyDraft());
      sessionStorage.removeItem(key);
    },
  ];
}

function stored(key: string): Partial<RoundDraft> {
  const text = sessionStorage.getItem(key);
  if (text === null) return {};
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : {};
}
