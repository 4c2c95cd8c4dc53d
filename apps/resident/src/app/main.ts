/**
 * The first file a phone runs: it may use nothing that a browser of 2018 does not have. What such a browser lacks is
 * fetched before anything else; a newer one does not load it.
 */
const isOld = !('isDisjointFrom' in Set.prototype);

const ready: Promise<unknown> = isOld ? import('./polyfills.ts') : Promise.resolve();
void ready.then(() => import('./start.tsx'));
