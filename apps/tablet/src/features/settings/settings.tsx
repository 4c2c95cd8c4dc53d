import { useTranslation } from 'react-i18next';
import { changeAppearance, themes, typeSizes, useAppearance } from '@huhudao/ui';
import { Button, LanguageChoice, Note, SegmentedChoice } from '@huhudao/ui/components';
import { useLocking } from '../../app/locking.tsx';
import shell from '../../app/shell.module.css';
import { usePractice } from '../../app/practice.ts';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { unsentCount } from '../../work/reached.ts';
import { CalendarSettings } from './calendar-settings.tsx';
import { LockSettings } from './lock-settings.tsx';
import { BeginPractice, InPractice } from './practice-settings.tsx';
import { PhotoSendingChoice } from './photo-sending-choice.tsx';
import styles from './settings.module.css';

/** Who is signed in, and how this tablet looks. */
export function Settings() {
  const { t } = useTranslation(['tablet', 'ui']);
  const { theme, typeSize } = useAppearance();
  const practice = usePractice();
  return (
    <main className={shell['page']}>
      <div className={styles['page']}>
        <h1>{t('tablet:settings.title')}</h1>
        {practice === null ? (
          <>
            <Person />
            <LockSettings />
          </>
        ) : (
          <InPractice practice={practice} />
        )}
        <section className={styles['card']}>
          <LanguageChoice hideLabel={false} />
          <SegmentedChoice
            label={t('ui:typeSize.label')}
            choices={typeSizes.map((value) => ({ value, label: t(`ui:typeSize.${value}`) }))}
            value={typeSize}
            onChange={(chosen) => changeAppearance({ typeSize: chosen })}
          />
          <SegmentedChoice
            label={t('ui:theme.label')}
            choices={themes.map((value) => ({ value, label: t(`ui:theme.${value}`) }))}
            value={theme}
            onChange={(chosen) => changeAppearance({ theme: chosen })}
          />
          {practice === null && <PhotoSendingChoice />}
        </section>
        {practice === null && (
          <>
            <CalendarSettings />
            <BeginPractice />
          </>
        )}
      </div>
    </main>
  );
}

function Person() {
  const { t } = useTranslation(['tablet', 'ui']);
  const { session } = useTablet().person.profile;
  const roles = [
    ...new Set(session.grants.map((grant) => `${t(`ui:role.${grant.role}`)} · ${grant.areaName}`)),
  ];
  return (
    <section className={styles['card']}>
      <b>{t('tablet:settings.person', session)}</b>
      <p className={styles['quiet']}>
        {t('tablet:settings.roles', { roles: roles.join(t('ui:common.listSeparator')) })}
      </p>
      <SignOut />
    </section>
  );
}

/** Not while something is unsent: without this person's credential it could not be sent. */
function SignOut() {
  const { t } = useTranslation('tablet');
  const { signOut } = useLocking();
  const count = unsentCount(useSnapshot());
  if (count > 0)
    return (
      <Note kind="warning">
        <p>{t('settings.signOutRefused', { count })}</p>
      </Note>
    );
  return (
    <div className={styles['explained']}>
      <Button onPress={() => void signOut()}>{t('settings.signOut')}</Button>
      <p className={styles['quiet']}>{t('settings.signOutHelp')}</p>
    </div>
  );
}
