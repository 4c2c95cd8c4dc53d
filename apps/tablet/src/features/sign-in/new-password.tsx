import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextField } from '@huhudao/ui/components';
import { transportOf } from '../../app/transport.ts';
import { ErrorNote } from './error-note.tsx';
import { replaceInitialPassword, type SignInInput } from './sign-in.commands.ts';
import styles from './sign-in.module.css';
import { useSubmit } from './use-submit.ts';

type Props = { input: SignInInput; onChanged: (password: string) => Promise<void> };

/** The password an administrator gave is for once: the person chooses their own. */
export function NewPassword({ input, onChanged }: Props) {
  const { t } = useTranslation('tablet');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const { pending, error, submit } = useSubmit();
  const differs = repeat !== '' && repeat !== next;

  const change = async () => {
    await replaceInitialPassword(transportOf(null), input, next);
    await onChanged(next);
  };

  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(change);
      }}
    >
      <h1>{t('signIn.newPassword')}</h1>
      <p>{t('signIn.newPasswordWhy')}</p>
      <PasswordField label={t('signIn.newPassword')} value={next} onChange={setNext} />
      <PasswordField
        label={t('signIn.repeat')}
        value={repeat}
        onChange={setRepeat}
        error={differs ? t('signIn.repeatDiffers') : undefined}
      />
      <ErrorNote error={error} />
      <Button
        submits
        look="primary"
        size="large"
        wide
        pending={pending}
        disabled={next === '' || next !== repeat}
      >
        {t('signIn.change')}
      </Button>
    </form>
  );
}

type PasswordFieldProps = Pick<ComponentProps<typeof TextField>, 'label' | 'value' | 'onChange' | 'error'>;

function PasswordField(props: PasswordFieldProps) {
  return <TextField type="password" autoComplete="new-password" required {...props} />;
}
