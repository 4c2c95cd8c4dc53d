import { useTranslation } from 'react-i18next';
import { Button, Note, ProgressBar } from '@huhudao/ui/components';
import { useLocking } from '../../app/locking.tsx';
import { streetsOf } from '../../app/open-sources.ts';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { unsentCount } from '../../work/reached.ts';
import { FailureText } from '../sync-status/failure-text.tsx';
import styles from './sign-in.module.css';

/** The first pull after signing in: until it is there, there is nothing to work on. */
export function FirstPull() {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const { signOut, lock } = useLocking();
  const snapshot = useSnapshot();
  const { streets, status, missingVersions } = snapshot;
  // Without this person's credential what is unsent could not be sent.
  const mayLeave = unsentCount(snapshot) === 0;
  const forms = missingVersions.length;
  const total = streetsOf(store.person.profile.session).length;
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1>{t('firstPull.title')}</h1>
        <p>{t('firstPull.why')}</p>
        {total === 0 ? (
          <Note kind="info">
            <p>{t('signIn.noWork')}</p>
          </Note>
        ) : (
          <div>
            <ProgressBar label={t('firstPull.title')} value={streets.length} of={total} />
            <p className={styles['quiet']} role="status">
              {t('firstPull.streets', { done: streets.length, count: total })}
              {forms > 0 && ` · ${t('firstPull.forms', { count: forms })}`}
            </p>
          </div>
        )}
        {status.problem !== null && <FailureText failure={status.problem} />}
        <div className={styles['actions']}>
          {status.problem !== null && (
            <Button look="primary" onPress={() => store.syncNow()}>
              {t('firstPull.again')}
            </Button>
          )}
          <Button look="quiet" onPress={() => (mayLeave ? void signOut() : lock())}>
            {t(mayLeave ? 'firstPull.leave' : 'lock.now')}
          </Button>
        </div>
      </div>
    </main>
  );
}
