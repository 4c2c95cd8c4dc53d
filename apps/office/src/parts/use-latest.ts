import { useEffect, useRef, type RefObject } from 'react';

/** The value of the last look, for what happens between looks: timers, and leaving the page. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
