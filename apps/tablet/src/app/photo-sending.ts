import { useSyncExternalStore } from 'react';

/**
 * When photos may leave this tablet; kept on the tablet, the same for everybody who uses it. Pictures cost what a
 * visit does not: where the browser tells Wi-Fi from a mobile network, they wait for Wi-Fi unless somebody decides otherwise.
 */
type PhotoSending = {
  /** On Wi-Fi only; where the browser does not tell the network, only when somebody taps. */
  sparing: boolean;
  /** Somebody tapped: what waits may leave on any network. */
  now: boolean;
};

const storageKey = 'huhudao.photoSending';
const listeners = new Set<() => void>();
let known: PhotoSending | undefined;

/** Read when it is first asked for: the browser need not be there before. */
const current = (): PhotoSending => (known ??= { sparing: stored() ?? tellsNetwork(), now: false });

export function changeSparing(sparing: boolean): void {
  localStorage.setItem(storageKey, sparing ? 'sparing' : 'always');
  change({ sparing });
}

/** Lets the photos that wait leave on whatever network there is; over once none of them waits. */
export function allowNow(now: boolean): void {
  if (current().now !== now) change({ now });
}

export const maySendPhotos = (): boolean => !current().sparing || current().now || isUnmetered();

export const useSparing = (): boolean => useSyncExternalStore(subscribe, () => current().sparing);

/** What photos wait for; null where they may leave. */
export function usePhotoWait(): 'wifi' | 'tap' | null {
  return useSyncExternalStore(subscribe, () => {
    if (maySendPhotos()) return null;
    return tellsNetwork() ? 'wifi' : 'tap';
  });
}

/** True where the browser says on what kind of network it is. */
export function tellsNetwork(): boolean {
  return networkType() !== undefined;
}

/** Calls back when the tablet comes to another network; returns how to stop. */
export function onNetworkChange(listener: () => void): () => void {
  const connection = connectionOf();
  if (!(connection instanceof EventTarget)) return () => undefined;
  const changed = (): void => {
    for (const one of listeners) one();
    listener();
  };
  connection.addEventListener('change', changed);
  return () => connection.removeEventListener('change', changed);
}

function isUnmetered(): boolean {
  return networkType() === 'wifi' || networkType() === 'ethernet';
}

function networkType(): unknown {
  const connection = connectionOf();
  return typeof connection === 'object' && connection !== null && 'type' in connection
    ? connection.type
    : undefined;
}

/** The Network Information API, which TypeScript does not know and few browsers have. */
function connectionOf(): unknown {
  return Reflect.get(navigator, 'connection');
}

function change(part: Partial<PhotoSending>): void {
  known = { ...current(), ...part };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): boolean | undefined {
  const value = localStorage.getItem(storageKey);
  return value === null ? undefined : value === 'sparing';
}
