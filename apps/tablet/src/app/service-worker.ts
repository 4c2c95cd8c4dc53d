/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { applyUpdate, wakeOutbox } from './worker-messages.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Put in by the build: every file of the app with its hash. */
  precached: Parameters<typeof precacheAndRoute>[0];
};

/** Background Sync, which TypeScript's library does not know: https://wicg.github.io/background-sync/spec/ */
type SyncEvent = ExtendableEvent & { readonly tag: string };

// The whole app is on the tablet after the first load; any page of it opens without a network.
precacheAndRoute(self.precached);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The browser found a network: the open app is told. What is sent, and how, is the outbox's business alone.
self.addEventListener('sync', (event) => {
  const wake = async () => {
    for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(wakeOutbox);
  };
  (event as SyncEvent).waitUntil(wake());
});

// A new version waits until the app says that nothing is in the middle of being written.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (event.data === applyUpdate) void self.skipWaiting();
});
