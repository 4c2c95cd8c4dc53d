/** What the app and its service worker say to each other. */

/** Worker to app: there is a network; look whether something waits to be sent. */
export const wakeOutbox = 'wakeOutbox';
/** App to worker: the new version may take over now. */
export const applyUpdate = 'applyUpdate';
/** Name under which the app asks the browser to call when there is a network. */
export const syncTag = 'outbox';
