import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LockingProvider } from '../../app/locking.tsx';
import { PracticeContext } from '../../app/practice.ts';
import { CurrentRound } from '../../app/round-context.tsx';
import { Shell } from '../../app/shell.tsx';
import { Tablet, useSnapshot } from '../../app/tablet.tsx';
import { PracticeBand } from './practice-band.tsx';
import { practiceLocking, practicePin } from './practice-locking.ts';
import { openPractice, type OpenPractice } from './practice-store.ts';

/** The whole tablet with made-up doors, under a band that never goes away. */
export function PracticeScreen({ onLeave }: { onLeave: () => void }) {
  const open = useOpenPractice();
  const locking = useMemo(() => practiceLocking(onLeave), [onLeave]);
  const practice = useMemo(() => ({ pin: practicePin, leave: onLeave }), [onLeave]);
  return (
    <>
      <PracticeBand onLeave={onLeave} />
      {open !== null && (
        <PracticeContext value={practice}>
          <Tablet store={open.store}>
            <LockingProvider locking={locking}>
              <Practising open={open} />
            </LockingProvider>
          </Tablet>
        </PracticeContext>
      )}
    </>
  );
}

/** Null while the made-up street is built. Whatever takes this screen away ends practice. */
function useOpenPractice(): OpenPractice | null {
  const { i18n } = useTranslation('tablet');
  const [open, setOpen] = useState<OpenPractice | null>(null);
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  useEffect(() => {
    const opening = openPractice(i18n.getFixedT(null, 'tablet'));
    opening.then(setOpen, setFault);
    // Where it never opened there is nothing to end.
    return () => void opening.then(({ end }) => end()).catch(() => undefined);
  }, [i18n]);
  return open;
}

function Practising({ open: { store } }: { open: OpenPractice }) {
  const { i18n } = useTranslation();
  const { streets, missingVersions } = useSnapshot();
  useEffect(() => store.startSync(), [store]);
  // The made-up street speaks the language of the screen.
  useEffect(() => {
    const spoken = () => store.syncNow();
    i18n.on('languageChanged', spoken);
    return () => i18n.off('languageChanged', spoken);
  }, [i18n, store]);
  if (streets.length === 0 || missingVersions.length > 0) return <main />;
  return (
    <CurrentRound>
      <Shell />
    </CurrentRound>
  );
}
