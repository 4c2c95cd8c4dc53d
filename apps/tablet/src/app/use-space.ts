import { useEffect, useState } from 'react';
import { useTablet } from './tablet.tsx';

/** How much of what the browser gives this app is in use, in bytes. */
export type Space = { used: number; room: number };

/** From this share on there may soon be no room for the next visit. */
const tight = 0.8;

/** Asked anew whenever the store has changed; null while it is not known. */
export function useSpace(): Space | null {
  const store = useTablet();
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    let current = true;
    const ask = () =>
      void navigator.storage?.estimate?.().then(({ usage, quota }) => {
        if (current && usage !== undefined && quota !== undefined) setSpace({ used: usage, room: quota });
      });
    ask();
    const stop = store.subscribe(ask);
    return () => {
      current = false;
      stop();
    };
  }, [store]);
  return space;
}

export const isTight = ({ used, room }: Space): boolean => used > room * tight;

/** Whole megabytes, as a person counts them: 1 MB is 1,000,000 bytes. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
