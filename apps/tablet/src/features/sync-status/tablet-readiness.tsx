import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import { megabytes, useSpace } from '../../app/use-space.ts';
import styles from './sync-status.module.css';

type Readiness = { offline: boolean; kept: boolean };

/** Whether this tablet can be taken into a stairwell without a network, as far as the browser says. */
export function TabletReadiness() {
  const { t } = useTranslation('tablet');
  const { readiness, askToKeep } = useReadiness();
  const space = useSpace();
  if (readiness === null) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('sync.thisTablet')}</h2>
      <p>{t(readiness.offline ? 'sync.offlineReady' : 'sync.offlineNotReady')}</p>
      {readiness.kept ? (
        <p>{t('sync.storageKept')}</p>
      ) : (
        <>
          <p>{t('sync.storageNotKept')}</p>
          <Button onPress={() => void askToKeep()}>{t('sync.askToKeep')}</Button>
        </>
      )}
      {space !== null && (
        <p>{t('sync.space', { used: megabytes(space.used), room: megabytes(space.room) })}</p>
      )}
    </section>
  );
}

function useReadiness() {
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  useEffect(() => {
    let current = true;
    void readReadiness().then((read) => current && setReadiness(read));
    return () => {
      current = false;
    };
  }, []);
  /** The browser decides; some ask the person. */
  const askToKeep = async () => {
    await navigator.storage?.persist?.();
    setReadiness(await readReadiness());
  };
  return { readiness, askToKeep };
}

async function readReadiness(): Promise<Readiness> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const kept = await navigator.storage?.persisted?.();
  return { offline: registration?.active?.state === 'activated', kept };
}
