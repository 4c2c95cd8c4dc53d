import type { Complete } from '@huhudao/ui';
import type { notice as zhCN } from '../zh-CN/notice.ts';

export const notice: Complete<typeof zhCN> = {
  title: 'Notices',
  unread_one: 'Notices, {{count}} unread',
  unread_other: 'Notices, {{count}} unread',
  none: 'No notices',
  noneHint: 'Rounds that open, deadlines, reminders and changes of teams appear here.',
  new: 'New',
  read: 'Mark as read',
  readAll: 'Mark all as read',
  toRound: 'To the round',
  kind: {
    roundOpened: '“{{round}}” is open, until {{deadline}}.',
    roundClosed: '“{{round}}” is closed.',
    deadlineExtended: 'The deadline of “{{round}}” was put off from {{from}} to {{to}}.',
    extensionTakenBack: 'The deadline of “{{round}}” is {{to}} again: its extension was taken back.',
    teamChanged: 'People or doors of “{{team}}” have changed: sync and have a look.',
  },
  cause: {
    noPlan: 'Please plan “{{round}}”: {{team}} has doors left, until {{deadline}}.',
    appointments: 'In “{{round}}” appointments have passed: {{team}}, please go there soon.',
    refusals: 'In “{{round}}” some doors may be asked again, by somebody else of {{team}}.',
    tablet: 'A tablet of {{team}} has not synced for days: please switch it on and connect it.',
    doorsLeft: '“{{round}}” ends on {{deadline}}, and {{team}} has doors left.',
  },
};
