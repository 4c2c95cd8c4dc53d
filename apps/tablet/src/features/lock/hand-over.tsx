import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note, ProgressBar } from '@huhudao/ui/components';
import { useLocking } from '../../app/locking.tsx';
import { allowNow } from '../../app/photo-sending.ts';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { unsentCount } from '../../work/reached.ts';
import { FailureText } from '../sync-status/failure-text.tsx';
import type { Shut } from './use-shut.ts';
import styles from './lock.module.css';

/**
 * The office has taken the tablet, or this person on it, out of use. Nothing else is shown; what was not sent is handed
 * over, and once the office has confirmed all of it everything is wiped.
 */
export function HandOver({ shut }: { shut: Shut }) {
  const { t } = useTranslation('tablet');
  const { wipe, signInAgain } = useLocking();
  const snapshot = useSnapshot();
  const { status } = snapshot;
  const left = unsentCount(snapshot);
  const [most, setMost] = useState(left);
  if (left > most) setMost(left);
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  const ready = useReady(shut);
  const done = ready && left === 0;
  useEffect(() => {
    if (done) wipe(shut).catch(setFault);
  }, [done, wipe, shut]);
  const away = status.problem !== null && status.problem.kind !== 'deviceRevoked' ? status.problem : null;
  return (
    <main className={styles['page']}>
      <section className={styles['enter']}>
        <h1>{t(shut === 'tablet' ? 'lock.revoked.title' : 'lock.revoked.personTitle')}</h1>
        {left > 0 && (
          <>
            <div className={styles['whole']}>
              <ProgressBar label={t('lock.revoked.title')} value={most - left} of={most} />
            </div>
            <p role="status">{t('lock.revoked.left', { count: left })}</p>
          </>
        )}
        {left > 0 && status.unsent === 0 && <p className={styles['quiet']}>{t('lock.revoked.apart')}</p>}
        {done && <p role="status">{t('lock.revoked.wiping')}</p>}
        {away !== null && (
          <div className={styles['whole']}>
            <FailureText failure={away} />
          </div>
        )}
        {away?.kind === 'signInNeeded' && (
          <Button look="primary" size="large" onPress={signInAgain}>
            {t('sync.signInAgain')}
          </Button>
        )}
        <div className={styles['whole']}>
          <Note kind="info">
            <p>{t('lock.revoked.wipe')}</p>
          </Note>
        </div>
      </section>
    </main>
  );
}

/** True once no PIN opens the tablet any more, nothing can be taken back, and remainders are sealed to leave. */
function useReady(shut: Shut): boolean {
  const store = useTablet();
  const { shutTablet } = useLocking();
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  useEffect(() => {
    const begin = async () => {
      if (shut === 'tablet') await shutTablet();
      // Nobody may come to Wi-Fi with it any more.
      allowNow(true);
      await store.freezeWhatIsHeld();
      store.endShift();
      setReady(true);
    };
    begin().catch(setFault);
  }, [shut, shutTablet, store]);
  return ready;
}
