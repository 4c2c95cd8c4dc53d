import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { SessionView } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { StartFrame } from './frame.tsx';
import { PasswordForm } from './password.form.tsx';
import { SignOutButton } from './sign-out.tsx';

/** An initial password was given by somebody else: it is changed before anything else. */
export function ForcedPasswordPage({ session }: { session: SessionView }): ReactElement {
  const t = useTexts();
  return (
    <StartFrame title={t('start.mustChange')}>
      <p className="muted">{t('start.mustChangeText')}</p>
      <Card className="start-card">
        <PasswordForm login={session.login} onDone={() => undefined} />
      </Card>
      <SignOutButton />
    </StartFrame>
  );
}
