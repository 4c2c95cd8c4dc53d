import { useQuery } from '@tanstack/react-query';
import { Problem, allows, call, readSession, type Permission, type SessionView } from '@huhudao/protocol';
import type { Role } from '@huhudao/domain';
import { createContext, useContext } from 'react';
import { sessionKey, transport } from './client.ts';

/** Roles that work at the desk; the others have their work on the tablet. */
export const officeRoles: readonly Role[] = [
  'communityOffice',
  'streetOffice',
  'districtOffice',
  'auditor',
  'administrator',
];

/** Who is signed in, or null. */
export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: whoIsSignedIn, staleTime: 60_000 });
}

async function whoIsSignedIn(): Promise<SessionView | null> {
  try {
    return await call(transport, readSession, {});
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

export const SessionContext = createContext<SessionView | null>(null);

/** The person signed in. Only below the gate, where there is one. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is used outside the gate');
  return session;
}

/** True where the person holds a role at the desk. */
export function worksAtDesk(session: SessionView): boolean {
  return session.grants.some((grant) => officeRoles.includes(grant.role));
}

/** True where the person may do this in some area: enough for a menu; the server asks again. */
export function mayAnywhere(session: Pick<SessionView, 'grants'>, permission: Permission): boolean {
  return allows(
    permission,
    session.grants.map((grant) => grant.role),
  );
}
