import type { Complete } from '@huhudao/ui';
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
    roundOpened: '“{{round}}” is open, until {{deadline}}.',
    roundClosed: '“{{round}}” is closed.',
    deadlineExtended: 'The deadline of “{{round}}” was put off from {{from}} to {{to}}.',
    extensionTakenBack: 'The deadline of “{{round}}” is {{to}} again: its extension was taken back.',
    teamChanged: 'People or doors of “{{team}}” have changed: sync and have a look.',
    planGiven: 'Planned: {{team}} visits {{place}}, {{when}}.',
    planMoved: 'The visit to {{place}} is now {{when}}, by {{team}}.',
    planTaken: 'The visit of {{team}} to {{place}}, {{when}}, was cancelled.',
    planAccepted: '{{team}} agrees to visit {{place}}, {{when}}.',
    planReturned: 'Nobody came to {{place}}, {{when}}; another team visits it instead of {{team}}.',
    appointmentMade: 'The resident of {{place}} asks {{team}} to come {{when}}.',
    appointmentChanged: 'The resident of {{place}} now asks {{team}} to come {{when}}.',
    appointmentWithdrawn: 'The resident of {{place}} cancelled the appointment of {{when}}.',
    appointmentDue: 'Today {{hours}}: {{team}} is expected at {{place}}.',
  },
  cause: {
    noPlan: 'Please plan “{{round}}”: {{team}} has doors left, until {{deadline}}.',
    appointments: 'In “{{round}}” appointments have passed: {{team}}, please go there soon.',
    refusals: 'In “{{round}}” some doors may be asked again, by somebody else of {{team}}.',
    tablet: 'A tablet of {{team}} has not synced for days: please switch it on and connect it.',
    doorsLeft: '“{{round}}” ends on {{deadline}}, and {{team}} has doors left.',
  },
};
