import { useCallback, useEffect, useRef, useState } from 'react';
import { sha256Hex } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { useTablet } from '../../app/tablet.tsx';
import type { ConcernDraft, ConcernPhoto } from '../../local/work.types.ts';
import { isBlank } from '../../work/concern.ts';
import { doorOf } from '../../work/finish-visit.ts';

/** Why a picture was not taken in. */
export type PhotoTrouble = 'unreadable' | 'notKept';

export type ConcernHandle = {
  draft: ConcernDraft;
  change: (part: Partial<ConcernDraft>) => void;
  /** Resolves once everything said so far is on the disk. */
  settled: () => Promise<void>;
  addPhoto: (file: File) => Promise<PhotoTrouble | null>;
  removePhoto: (photo: ConcernPhoto) => void;
  /** Ids of the photos whose bytes are on the disk. */
  kept: ReadonlySet<string>;
};

/** The issue on screen. Each change is written at once, one write after the other; the last of them always wins. */
export function useConcern(initial: ConcernDraft): ConcernHandle {
  const { concerns } = useTablet();
  const [draft, setDraft] = useState(initial);
  const [fault, setFault] = useState<unknown>();
  // What cannot be written is not shown as if it were.
  if (fault !== undefined) throw fault;
  const latest = useRef(initial);
  const writing = useRef<Promise<void>>(Promise.resolve());

  const then = useCallback((write: () => Promise<void>): Promise<void> => {
    writing.current = writing.current.then(write);
    writing.current.catch(setFault);
    return writing.current;
  }, []);
  const change = useCallback(
    (part: Partial<ConcernDraft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      const now = latest.current;
      void then(() => (isBlank(now) ? concerns.drop(now) : concerns.save(now)));
    },
    [concerns, then],
  );
  const [kept, noteKept] = useKeptPhotos(initial, latest, change);

  const removePhoto = (photo: ConcernPhoto) => {
    change({ photos: latest.current.photos.filter(({ id }) => id !== photo.id) });
    void then(() => concerns.dropPhoto(photo.id));
  };
  const addPhoto = async (file: File): Promise<PhotoTrouble | null> => {
    const bytes = await smaller(file);
    if (bytes === undefined) return 'unreadable';
    const digest = await sha256Hex(bytes);
    // The same picture once more is the same photo.
    if (latest.current.photos.some((photo) => photo.digest === digest)) return null;
    const photo = { id: newId(), digest, size: bytes.length, type: 'image/jpeg' as const };
    const { streetId, ...label } = doorOf(latest.current);
    const head = { state: 'draft', received: 0, lastError: null, confirmedAt: null } as const;
    const kept = { ...photo, ...head, streetId, recordId: latest.current.id, label, bytes };
    // Named first: a photo that nothing names is dropped when the app is opened next.
    change({ photos: [...latest.current.photos, photo] });
    await writing.current;
    try {
      await concerns.addPhoto(kept);
    } catch {
      removePhoto(photo);
      return 'notKept';
    }
    noteKept([photo.id]);
    return null;
  };
  const settled = useCallback(() => writing.current, []);
  return { draft, change, settled, addPhoto, removePhoto, kept };
}

/** The library that makes pictures smaller comes with the first of them. */
async function smaller(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const { smallerPhoto } = await import('./smaller-photo.ts');
    return await smallerPhoto(file);
  } catch {
    return undefined;
  }
}

/** The photos that are there. A kill between two writes can leave a name without its photo: the name goes. */
function useKeptPhotos(
  initial: ConcernDraft,
  latest: { readonly current: ConcernDraft },
  change: (part: Partial<ConcernDraft>) => void,
): [ReadonlySet<string>, (ids: readonly string[]) => void] {
  const { concerns } = useTablet();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const noteKept = useCallback(
    (ids: readonly string[]) => setKept((before) => new Set([...before, ...ids])),
    [],
  );
  useEffect(() => {
    const look = async () => {
      const found = await Promise.all(initial.photos.map(({ id }) => concerns.photo(id)));
      noteKept(found.flatMap((photo) => photo?.id ?? []));
      const lost = new Set(initial.photos.filter((_, at) => found[at] === undefined).map(({ id }) => id));
      if (lost.size > 0) change({ photos: latest.current.photos.filter(({ id }) => !lost.has(id)) });
    };
    void look();
  }, [initial, latest, concerns, change, noteKept]);
  return [kept, noteKept];
}
