import { createElement, lazy, useState, type FunctionComponent, type ReactElement } from 'react';

type Later = typeof import('./later.ts');

let later: Later | undefined;
let coming: Promise<Later> | undefined;

/** Reads the later screens, if they are not there yet. Where that fails, the next one to need them tries again. */
export function loadLater(): Promise<Later> {
  coming ??= import('./later.ts').then(
    (all) => (later = all),
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}

/** So long after the tablet is ready for being offline, in milliseconds: what is on the screen comes first. */
const restBefore = 2000;

/** Has the later screens ready before one is asked for, once that holds nothing else up. */
export async function preloadLater(): Promise<void> {
  await navigator.serviceWorker?.ready;
  // Whoever asks for a screen meanwhile is told if it cannot be had; here it can wait.
  setTimeout(() => void loadLater().catch(() => undefined), restBefore);
}

/** A later screen: drawn at once where it is there, for React shows what it had to wait for 300 ms late. */
function screen<Props extends object>(of: (all: Later) => FunctionComponent<Props>) {
  const Waited = lazy(async () => ({ default: of(await loadLater()) }));
  return function LaterScreen(props: Props): ReactElement {
    // Chosen once: a screen that is open is not made anew when the file has come.
    const [Part] = useState(() => (later === undefined ? Waited : of(later)));
    return createElement(Part as FunctionComponent<Props>, props);
  };
}

export const HandOver = screen((all) => all.HandOver);
export const ConcernScreen = screen((all) => all.ConcernScreen);
export const NextTime = screen((all) => all.NextTime);
export const OutcomeSheets = screen((all) => all.OutcomeSheets);
export const GoneDoorsNote = screen((all) => all.GoneDoorsNote);
export const Notices = screen((all) => all.Notices);
export const Plan = screen((all) => all.Plan);
export const Revisits = screen((all) => all.Revisits);
export const Settings = screen((all) => all.Settings);
export const SyncStatusScreen = screen((all) => all.SyncStatusScreen);
export const SlipSheet = screen((all) => all.SlipSheet);
export const VisitScreen = screen((all) => all.VisitScreen);
