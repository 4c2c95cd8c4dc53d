import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './sync-status.module.css';

type Readiness = { offline: boolean; kept: boolean };

/** Whether this tablet can be taken into a stairwell without a network, as far as the browser says. */
export function TabletReadiness() {
  const { t } = useTranslation('tablet');
  const readiness = useReadiness();
  if (readiness === null) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('sync.thisTablet')}</h2>
      <p>{t(readiness.offline ? 'sync.offlineReady' : 'sync.offlineNotReady')}</p>
      <p>{t(readiness.kept ? 'sync.storageKept' : 'sync.storageNotKept')}</p>
    </section>
  );
}

function useReadiness(): Readiness | null {
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const registration = await navigator.serviceWorker?.getRegistration();
      const kept = await navigator.storage?.persisted?.();
      if (current) setReadiness({ offline: registration?.active?.state === 'activated', kept });
    };
    void ask();
    return () => {
      current = false;
    };
  }, []);
  return readiness;
}
