import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useSession } from '../api/session.ts';
import { menuOf } from './menu.ts';

/** The first page after signing in: the overview, or what one's role begins with. */
export function Home(): ReactElement | null {
  const session = useSession();
  const [first] = menuOf(session);
  if (first === undefined || first.to === '/') return null;
  return <Navigate to={first.to} replace />;
}
