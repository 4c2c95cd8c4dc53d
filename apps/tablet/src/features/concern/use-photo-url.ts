import { useEffect, useState } from 'react';
import { useTablet } from '../../app/tablet.tsx';
import type { ConcernPhoto } from '../../local/work.types.ts';

/** An address of a photo's bytes for as long as it is shown; null until they are on the disk. */
export function usePhotoUrl({ id, type }: ConcernPhoto, kept: boolean): string | null {
  const { concerns } = useTablet();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!kept) return undefined;
    let made: string | null = null;
    let current = true;
    const read = async () => {
      const photo = await concerns.photo(id);
      if (!current || photo === undefined) return;
      made = URL.createObjectURL(new Blob([photo.bytes], { type }));
      setUrl(made);
    };
    void read();
    return () => {
      current = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [concerns, id, type, kept]);
  return url;
}
