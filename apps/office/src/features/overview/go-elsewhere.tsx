import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { menuOf } from '../../app/menu.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';

/** Who has no rates to look at begins with the first page of their menu. */
export function GoElsewhere(): ReactElement {
  const t = useTexts();
  const first = menuOf(useSession()).find((entry) => entry.to !== '/');
  if (first === undefined) return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
  return <Navigate to={first.to} replace />;
}
