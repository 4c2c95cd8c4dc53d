import { useTranslation } from 'react-i18next';
import { Button, Note, ProgressBar } from '@huhudao/ui/components';
import { streetsOf } from '../../app/tablet-store.ts';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { FailureText } from '../sync-status/failure-text.tsx';
import styles from './sign-in.module.css';

/** The first pull after signing in: until it is there, there is nothing to work on. */
export function FirstPull({ onSignOut }: { onSignOut: () => Promise<void> }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const { streets, status, missingVersions } = useSnapshot();
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
          <Button look="quiet" onPress={() => void onSignOut()}>
            {t('firstPull.leave')}
          </Button>
        </div>
      </div>
    </main>
  );
}
