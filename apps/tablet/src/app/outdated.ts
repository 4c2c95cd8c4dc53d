import type { Dexie } from 'dexie';
import { placeOf } from './place.ts';

/**
 * Another version has taken this page's files over: it goes on with what it has loaded, and opens anew as soon as
 * nothing would be interrupted. Whatever was answered is on the disk by then; what is half typed is not.
 */
let outdated = false;

const askEvery = 1000;

/** Tells that the files this page was loaded from are gone from the tablet. */
export function becomeOutdated(): void {
  if (outdated) return;
  outdated = true;
  const ask = setInterval(() => {
    if (isInterrupting()) return;
    clearInterval(ask);
    window.location.reload();
  }, askEvery);
}

/** In the middle of a visit, of a question in a dialog, or of typing. */
function isInterrupting(): boolean {
  if (placeOf(window.location.pathname).kind === 'visit') return true;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  const { activeElement } = document;
  return (
    (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) &&
    activeElement.value !== ''
  );
}

/**
 * Another tab wants to bring the database to a newer layout, or has wiped it: this page lets go of it and opens anew.
 * Every answer that was given is on the disk.
 */
export function makeWayFor(database: Dexie): void {
  database.on('versionchange', () => {
    database.close();
    window.location.reload();
  });
}

/** When a page was last opened anew for a file that was gone; milliseconds since 1970. */
const reopenedAt = 'huhudao.reopenedAt';
const notAgainWithin = 60_000;

/**
 * A screen that this page had not loaded yet is gone with the former version, and the newer one has it. Once: without a
network, and without the file on the tablet, opening anew would bring it back here.
 */
export function reopenForLostScreens(): void {
  window.addEventListener('vite:preloadError', () => {
    const before = Number(sessionStorage.getItem(reopenedAt));
    if (Math.abs(Date.now() - before) < notAgainWithin) return;
    sessionStorage.setItem(reopenedAt, String(Date.now()));
    window.location.reload();
  });
}
