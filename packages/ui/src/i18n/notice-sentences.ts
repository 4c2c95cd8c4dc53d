/**
 * What a notice says, in the office as on a tablet; `kind` by its kind, `cause` by why somebody was reminded. Where people
 * or doors of a team have changed, each app names its own screens.
 */
import type { Complete } from './catalogue.ts';

export const noticeSentencesZhCN = {
  kind: {
    roundOpened: '“{{round}}”已开启，{{deadline}}截止。',
    roundClosed: '“{{round}}”已结束。',
    deadlineExtended: '“{{round}}”的截止日期从{{from}}延到{{to}}。',
    extensionTakenBack: '“{{round}}”的延期已撤回，截止日期改回{{to}}。',
    planGiven: '已排班：{{team}}{{when}}走访{{place}}。',
    planMoved: '走访{{place}}改为{{when}}，由{{team}}去。',
    planTaken: '{{team}}{{when}}走访{{place}}的安排已取消。',
    planAccepted: '{{team}}同意{{when}}走访{{place}}。',
    planReturned: '{{place}}{{when}}没有人去，已改由别的小组走访（原为{{team}}）。',
    appointmentMade: '{{place}}的居民约{{when}}上门，请{{team}}按时去。',
    appointmentChanged: '{{place}}的居民改约{{when}}，请{{team}}按时去。',
    appointmentWithdrawn: '{{place}}的居民取消了{{when}}的约定。',
    appointmentDue: '今天{{hours}}约好去{{place}}，请{{team}}别忘了。',
  },
  cause: {
    noPlan: '请为“{{round}}”排班：{{team}}还有户没有走访，{{deadline}}截止。',
    appointments: '“{{round}}”里有约定的时间已经过了，请{{team}}尽快再去。',
    refusals: '“{{round}}”里有可以再访的户，请{{team}}换一个人去。',
    tablet: '有平板几天没有同步了，请{{team}}打开平板连网同步。',
    doorsLeft: '“{{round}}”{{deadline}}截止，{{team}}还有户没有走访。',
  },
} as const;

export const noticeSentencesEn: Complete<typeof noticeSentencesZhCN> = {
  kind: {
    roundOpened: '“{{round}}” is open, until {{deadline}}.',
    roundClosed: '“{{round}}” is closed.',
    deadlineExtended: 'The deadline of “{{round}}” was put off from {{from}} to {{to}}.',
    extensionTakenBack: 'The deadline of “{{round}}” is {{to}} again: its extension was taken back.',
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
