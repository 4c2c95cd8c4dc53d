import { Spin } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { readSetup } from '@huhudao/protocol';
import { useRead } from '../../api/client.ts';
import { SessionContext, useSessionQuery, worksAtDesk } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { FirstPage } from './first.page.tsx';
import { ForcedPasswordPage } from './forced-password.page.tsx';
import { NoDeskPage } from './no-desk.page.tsx';
import { SignInPage } from './sign-in.page.tsx';
import './start.css';

/**
 * Who may come in. The address stays while somebody sets up, signs in or changes a password, so that what they asked
 * for is there afterwards.
 */
export function Gate({ children }: { children: ReactNode }): ReactElement {
  const setup = useRead(readSetup, {});
  const session = useSessionQuery();
  if (setup.isError && setup.data === undefined) {
    return <Centred>{<ProblemNote error={setup.error} retry={() => void setup.refetch()} />}</Centred>;
  }
  if (setup.data === undefined) return <Waiting />;
  if (setup.data.state !== 'ready') return <FirstPage state={setup.data} />;
  if (session.isError && session.data === undefined) {
    return <Centred>{<ProblemNote error={session.error} retry={() => void session.refetch()} />}</Centred>;
  }
  if (session.data === undefined) return <Waiting />;
  if (session.data === null) return <SignInPage demo={setup.data.demo} />;
  if (session.data.mustChangePassword) return <ForcedPasswordPage session={session.data} />;
  if (!worksAtDesk(session.data)) return <NoDeskPage session={session.data} />;
  return <SessionContext value={session.data}>{children}</SessionContext>;
}

function Centred({ children }: { children: ReactNode }): ReactElement {
  return <main className="start">{children}</main>;
}

function Waiting(): ReactElement {
  const t = useTexts();
  return (
    <main className="start" role="status" aria-label={t('shell.loading')}>
      <Spin />
    </main>
  );
}
