import { useTranslation } from 'react-i18next';
import { formatInstant, useLocale } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import { useLocking } from '../../app/locking.tsx';
import shell from '../../app/shell.module.css';
import { usePractice } from '../../app/practice.ts';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { allReached, unsentCount } from '../../work/reached.ts';
import { GoneDoorsNote } from '../gone-doors/gone-doors-note.tsx';
import { AttentionList } from './attention-list.tsx';
import { DraftsList } from './drafts-list.tsx';
import { FailureText } from './failure-text.tsx';
import { LostNote } from './lost-note.tsx';
import { ParallelList } from './parallel-list.tsx';
import { PhotoQueue } from './photo-queue.tsx';
import styles from './sync-status.module.css';
import { TabletReadiness } from './tablet-readiness.tsx';
import { UnsentList } from './unsent-list.tsx';

/** What has not reached the office, which doors, why; or that everything has. */
export function SyncStatusScreen() {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const { signInAgain } = useLocking();
  const { status, fault } = useSnapshot();
  const practice = usePractice();
  const signInNeeded = status.problem?.kind === 'signInNeeded';
  return (
    <main className={shell['page']}>
      <div className={styles['page']}>
        <h1>{t('sync.title')}</h1>
        <LostNote />
        <GoneDoorsNote />
        <Statement />
        {practice !== null && (
          <Note kind="info">
            <p>{t('practice.notSent')}</p>
          </Note>
        )}
        {status.problem !== null && <FailureText failure={status.problem} />}
        {fault && (
          <Note kind="problem" live>
            <p>{t('sync.fault')}</p>
          </Note>
        )}
        <div className={styles['actions']}>
          {signInNeeded ? (
            <Button look="primary" size="large" onPress={signInAgain}>
              {t('sync.signInAgain')}
            </Button>
          ) : (
            <Button look="primary" size="large" pending={status.running} onPress={() => store.syncNow()}>
              {t(status.running ? 'sync.running' : 'sync.now')}
            </Button>
          )}
          <Button size="large" disabled={status.running} onPress={() => store.endShift()}>
            {t('sync.endShift')}
          </Button>
        </div>
        <p className={styles['quiet']}>{t('sync.endShiftHelp')}</p>
        <AttentionList />
        <UnsentList />
        <PhotoQueue />
        <DraftsList />
        <ParallelList />
        {practice === null && <TabletReadiness />}
      </div>
    </main>
  );
}

/** The end-of-shift sentence. It is said only of what the server confirmed. */
function Statement() {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const snapshot = useSnapshot();
  const { status } = snapshot;
  const when = (instant: string | null) =>
    instant === null ? t('sync.never') : formatInstant(instant, locale);
  const times = (
    <>
      <p>{t('sync.lastConfirmed', { time: when(status.lastConfirmedAt) })}</p>
      <p>{t('sync.lastContact', { time: when(status.lastContactAt) })}</p>
    </>
  );
  if (allReached(snapshot))
    return (
      <Note kind="good" title={t('sync.allReached')} live>
        {times}
      </Note>
    );
  const open = unsentCount(snapshot) + status.needsAttention;
  return (
    <Note kind="warning" title={t('sync.notReached', { count: open })}>
      <p>{t('sync.kept')}</p>
      {times}
    </Note>
  );
}
