import type { Complete } from '@huhudao/ui';
import type { notices as zhCN } from '../zh-CN/notices.ts';

export const notices: Complete<typeof zhCN> = {
  title: 'Notices',
  none: 'No notices yet.',
  noneHint: 'Changes of plans, appointments, rounds and teams appear here after a sync.',
  new: 'New',
  toDoor: 'Open the door',
  toPlan: 'See the plan',
  toRound: 'See the round',
  unknown: 'There is something new: update the app to read it.',
  kind: {
    roundOpened: '“{{round}}” is open, until {{deadline}}.',
    roundClosed: '“{{round}}” is closed.',
    deadlineExtended: 'The deadline of “{{round}}” was put off from {{from}} to {{to}}.',
    extensionTakenBack: 'The deadline of “{{round}}” is {{to}} again: its extension was taken back.',
    teamChanged: 'People or doors of “{{team}}” have changed: see Today and Plan.',
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
