import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import type { SessionView } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { StartFrame } from './frame.tsx';
import { SignOutButton } from './sign-out.tsx';

/** Somebody whose work is on the tablet signed in at the desk. */
export function NoDeskPage({ session }: { session: SessionView }): ReactElement {
  const t = useTexts();
  return (
    <StartFrame title={t('start.noDesk')}>
      <Card className="start-card">
        <p>{t('start.noDeskText', { name: session.name })}</p>
        <Button type="primary" size="large" href="/tablet/">
          {t('start.openTablet')}
        </Button>
      </Card>
      <SignOutButton />
    </StartFrame>
  );
}
