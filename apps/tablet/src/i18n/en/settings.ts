import type { Complete } from '@huhudao/ui';
import type { settings as zhCN } from '../zh-CN/settings.ts';

export const settings: Complete<typeof zhCN> = {
  title: 'Settings',
  person: '{{name}} ({{login}})',
  signOut: 'Sign out',
  signOutRefused_one: '{{count}} record has not reached the office. Connect and sync before signing out.',
  signOutRefused_other: '{{count}} records have not reached the office. Connect and sync before signing out.',
  signOutHelp:
    'This tablet then neither sends nor fetches anything of yours; drafts stay encrypted, and signing in again with a network goes on with them. To go away for a while, lock it.',
  roles: 'Roles: {{roles}}',
};
