import { useSyncExternalStore } from 'react';
import { becomeOutdated, reopenForLostScreens } from './outdated.ts';
import { applyUpdate, syncTag, wakeOutbox } from './worker-messages.ts';

/** A tablet that is never closed asks this often whether there is a newer version. */
const askForUpdateEvery = 3_600_000;

const listeners = new Set<() => void>();
let waiting: ServiceWorker | null = null;

/** Installs the service worker. A new version is offered, never forced: `useWaitingWorker` tells when one is ready. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // The first version takes nothing over from another one.
  if (navigator.serviceWorker.controller !== null)
    navigator.serviceWorker.addEventListener('controllerchange', becomeOutdated);
  reopenForLostScreens();
  const registration = await navigator.serviceWorker.register('/tablet/service-worker.js', {
    scope: '/tablet/',
  });
  const offer = (worker: ServiceWorker | null) => {
    // Without a controller this is the first version, and there is nothing to replace.
    if (worker?.state !== 'installed' || navigator.serviceWorker.controller === null) return;
    waiting = worker;
    for (const listener of listeners) listener();
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => offer(worker));
  });
  // Without a network the question ends in nothing.
  setInterval(() => void registration.update().catch(() => undefined), askForUpdateEvery);
}

/** The new version that waits to take over; null while there is none. */
export function useWaitingWorker(): ServiceWorker | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
}

/** Lets the waiting version take over: this page opens anew in it, and every other one once nothing is interrupted. */
export function applyWaiting(worker: ServiceWorker): void {
  worker.postMessage(applyUpdate);
}

/** Calls back when the worker says that there is a network; returns how to stop. */
export function onWake(wake: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const listener = (event: MessageEvent) => {
    if (event.data === wakeOutbox) wake();
  };
  navigator.serviceWorker.addEventListener('message', listener);
  return () => navigator.serviceWorker.removeEventListener('message', listener);
}

/** Asks the browser to call when there is a network. Where it cannot, the open app finds out by itself. */
export async function askForWake(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration === undefined || !('sync' in registration)) return;
  const { sync } = registration;
  if (typeof sync !== 'object' || sync === null || !('register' in sync)) return;
  if (typeof sync.register !== 'function') return;
  try {
    await sync.register(syncTag);
  } catch {
    // Switched off in this browser: a hint less, nothing else.
  }
}
