import type { Complete } from '@huhudao/ui';
import { noticeSentencesEn } from '@huhudao/ui/notice-sentences';
import type { notice as zhCN } from '../zh-CN/notice.ts';

export const notice: Complete<typeof zhCN> = {
  title: 'Notices',
  unread_one: 'Notices, {{count}} unread',
  unread_other: 'Notices, {{count}} unread',
  none: 'No notices',
  noneHint: 'Rounds that open, deadlines, reminders, plans, appointments and changes of teams appear here.',
  new: 'New',
  read: 'Mark as read',
  readAll: 'Mark all as read',
  toRound: 'To the round',
  stairwell: '{{compound}} {{building}} {{stairwell}}',
  door: '{{compound}} {{building}} {{stairwell}}, room {{room}}',
  kind: {
    ...noticeSentencesEn.kind,
    teamChanged: 'People or doors of “{{team}}” have changed: sync and have a look.',
  },
  cause: noticeSentencesEn.cause,
};
