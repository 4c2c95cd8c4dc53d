import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LanguageChoice, TextField } from '@huhudao/ui/components';
import { transportOf } from '../../app/transport.ts';
import type { DeviceDatabase } from '../../local/device.database.ts';
import type { Given } from '../../local/enter.ts';
import { readDevice } from '../../local/people.store.ts';
import { PractiseButton } from '../lock/practise-button.tsx';
import { DemoPeople } from './demo-people.tsx';
import { ErrorNote } from './error-note.tsx';
import { NewPassword } from './new-password.tsx';
import { isProblem, signInOnTablet, type SignInInput } from './sign-in.commands.ts';
import styles from './sign-in.module.css';
import { useSubmit } from './use-submit.ts';

type Props = {
  device: DeviceDatabase;
  onSignedIn: (given: Given) => Promise<void>;
  onPractise: () => void;
  /** Back to the others on this tablet; not there where nobody is. */
  onBack?: () => void;
  /** Said before the fields: why one has to sign in. */
  children?: ReactNode;
};

const transport = transportOf(null);

/** Signing in needs the network once; from then on the tablet works without it. */
export function SignIn({ device, onSignedIn, onPractise, onBack, children }: Props) {
  const { t } = useTranslation(['tablet', 'ui']);
  const [input, setInput] = useState<SignInInput>({ login: '', password: '', deviceName: '' });
  const { pending, error, submit } = useSubmit();
  const [mustChange, setMustChange] = useState(false);

  useEffect(() => {
    void readDevice(device).then((known) => {
      if (known !== undefined) setInput((before) => ({ ...before, deviceName: known.deviceName }));
    });
  }, [device]);

  const signIn = async (used: SignInInput) => {
    try {
      const given = await signInOnTablet(transport, device, used);
      if (given.profile.session.mustChangePassword) setMustChange(true);
      else await onSignedIn(given);
    } catch (thrown) {
      if (!isProblem(thrown, 'passwordMustChange')) throw thrown;
      setMustChange(true);
    }
  };

  if (mustChange)
    return <NewPassword input={input} onChanged={(password) => signIn({ ...input, password })} />;
  const change = (part: Partial<SignInInput>) => setInput((before) => ({ ...before, ...part }));
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(() => signIn(input));
      }}
    >
      <Heading />
      {children}
      <SignInFields input={input} onChange={change} />
      <ErrorNote error={error} />
      <Button submits look="primary" size="large" wide pending={pending} disabled={!isFilledIn(input)}>
        {t('tablet:signIn.submit')}
      </Button>
      <p className={styles['quiet']}>{t('tablet:signIn.offline')}</p>
      {onBack !== undefined && (
        <Button look="quiet" onPress={onBack}>
          {t('tablet:lock.back')}
        </Button>
      )}
      <PractiseButton onPractise={onPractise} />
      <DemoPeople onChoose={change} />
    </form>
  );
}

function Heading() {
  const { t } = useTranslation(['tablet', 'ui']);
  return (
    <header className={styles['head']}>
      <div>
        <p className={styles['quiet']}>{t('ui:product')}</p>
        <h1>{t('tablet:signIn.title')}</h1>
      </div>
      <LanguageChoice />
    </header>
  );
}

const isFilledIn = (input: SignInInput): boolean =>
  Object.values(input).every((value) => value.trim() !== '');

type FieldsProps = { input: SignInInput; onChange: (part: Partial<SignInInput>) => void };

function SignInFields({ input, onChange }: FieldsProps) {
  const { t } = useTranslation('tablet');
  return (
    <>
      <TextField
        label={t('signIn.login')}
        value={input.login}
        onChange={(login) => onChange({ login })}
        autoComplete="username"
        required
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        value={input.password}
        onChange={(password) => onChange({ password })}
        autoComplete="current-password"
        required
      />
      <TextField
        label={t('signIn.deviceName')}
        description={t('signIn.deviceHelp')}
        value={input.deviceName}
        onChange={(deviceName) => onChange({ deviceName })}
        maxLength={120}
        required
      />
    </>
  );
}
