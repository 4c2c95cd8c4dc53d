import { isFull } from './full.ts';

/** A shift of visits with their photos, in bytes. */
const shift = 16_000_000;
const place = 'huhudao-room';

/**
 * Tries whether a shift still fits on the tablet, by writing as much and deleting it again: the estimate that browsers
 * give promises the same room on a full disk as on an empty one. True also where it cannot be tried.
 */
export async function hasRoomForShift(): Promise<boolean> {
  try {
    const cache = await caches.open(place);
    await cache.put('/tablet/room', new Response(shiftInParts()));
    return true;
  } catch (error) {
    return !isFull(error);
  } finally {
    await globalThis.caches?.delete(place).catch(() => false);
  }
}

/** In parts: written as one it held the screen up for a third of a second on a slow tablet. */
function shiftInParts(): ReadableStream<Uint8Array<ArrayBuffer>> {
  const part = new Uint8Array(shift / 64);
  let left = 64;
  return new ReadableStream({
    pull: (stream) => {
      if (left === 0) stream.close();
      else stream.enqueue(part);
      left -= 1;
    },
  });
}
