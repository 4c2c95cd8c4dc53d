import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { menuOf } from '../../app/menu.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';

/** Who has no rates to look at begins with the first page of their menu. */
export function GoElsewhere(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const others = menuOf(session).filter((entry) => entry.to !== '/');
  // An administrator begins with areas and people: everything else needs them.
  const first = mayAnywhere(session, 'areas.manage')
    ? others.find((entry) => entry.key === 'people')
    : others[0];
  if (first === undefined) return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
  return <Navigate to={first.to} replace />;
}
