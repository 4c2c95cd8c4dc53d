import type { Permission, SessionView } from '@huhudao/protocol';
import { mayAnywhere } from '../api/session.ts';

export type MenuKey =
  | 'overview'
  | 'communities'
  | 'compare'
  | 'methods'
  | 'rounds'
  | 'questionnaires'
  | 'households'
  | 'imports'
  | 'revisits'
  | 'issues'
  | 'visits'
  | 'progress'
  | 'stewards'
  | 'bots'
  | 'people'
  | 'audit'
  | 'quarantine';

/** `also`: pages that one comes to from the entry's own and that belong to it. */
type Entry = { key: MenuKey; to: string; also?: string; permissions: readonly Permission[] };

/** The menu in its order; an entry shows to those who hold one of its permissions. */
const entries: readonly Entry[] = [
  { key: 'overview', to: '/', permissions: ['rates.read'] },
  { key: 'communities', to: '/communities', permissions: ['rates.read'] },
  { key: 'compare', to: '/compare', permissions: ['rates.read'] },
  { key: 'methods', to: '/methods', permissions: ['rates.read'] },
  { key: 'rounds', to: '/rounds', also: '/programmes', permissions: ['rounds.read'] },
  {
    key: 'questionnaires',
    to: '/questionnaires',
    permissions: ['questionnaires.read'],
  },
  { key: 'households', to: '/households', permissions: ['households.edit'] },
  { key: 'imports', to: '/imports', permissions: ['households.import'] },
  {
    key: 'revisits',
    to: '/revisits',
    permissions: ['revisits.read', 'revisits.rules'],
  },
  { key: 'issues', to: '/issues', permissions: ['issues.read'] },
  { key: 'visits', to: '/visits', permissions: ['visits.read'] },
  {
    key: 'quarantine',
    to: '/quarantine',
    permissions: ['visits.quarantine'],
  },
  { key: 'progress', to: '/progress', permissions: ['progress.read'] },
  { key: 'stewards', to: '/stewards', permissions: ['stewards.manage'] },
  { key: 'bots', to: '/bots', permissions: ['bots.manage'] },
  {
    key: 'people',
    to: '/people',
    permissions: ['people.manage', 'people.list', 'devices.manage'],
  },
  { key: 'audit', to: '/audit', permissions: ['audit.read'] },
];

export function menuOf(session: Pick<SessionView, 'grants'>): readonly Entry[] {
  return entries.filter((entry) => entry.permissions.some((one) => mayAnywhere(session, one)));
}

/** The entry that a page belongs to; undefined for a page of none. */
export function entryOf(shown: readonly Entry[], path: string): Entry | undefined {
  const isUnder = (place: string): boolean => path === place || path.startsWith(`${place}/`);
  return shown.findLast(({ to, also }) => isUnder(to) || (also !== undefined && isUnder(also)));
}
