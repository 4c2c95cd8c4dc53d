import type { Complete } from '@huhudao/ui';
import type { replace as zhCN } from '../zh-CN/replace.ts';

export const replace: Complete<typeof zhCN> = {
  open: 'Somebody leaves',
  title: 'Somebody leaves: hand over their work',
  who: 'Who leaves',
  whoHint: 'See what they have in hand, then choose who takes it. Nothing changes before you confirm.',
  nothing: '{{name}} has nothing in hand.',
  asLeader: 'Leader of “{{team}}”',
  asMember: 'Member of “{{team}}”',
  hasInHand: 'The team has {{doors}} doors left, and {{plans}} plans from today on.',
  byPerson: 'Somebody takes the place; doors and plans stay with the team',
  byTeam: 'All work goes to another team; this one is disbanded',
  byNobody: 'The place stays empty',
  otherTeam: 'The team that takes over',
  revisits_one: 'Who takes {{count}} open revisit',
  revisits_other: 'Who takes {{count}} open revisits',
  revisitsHint: 'If nobody is chosen they go back to the queue.',
  visitsStay: 'Visits that were made stay with who made them.',
  do: 'Hand over',
  done: 'Handed over',
  doneTeams_one: '{{count}} team changed; its people are told',
  doneTeams_other: '{{count}} teams changed; their people are told',
  doneDoors_one: '{{count}} door went to the other team',
  doneDoors_other: '{{count}} doors went to the other team',
  donePlans_one: '{{count}} plan went to the other team',
  donePlans_other: '{{count}} plans went to the other team',
  doneReturned_one: '{{count}} plan was taken back, as the other team has no time then: please plan it anew',
  doneReturned_other:
    '{{count}} plans were taken back, as the other team has no time then: please plan them anew',
  doneRevisits_one: '{{count}} revisit handed over',
  doneRevisits_other: '{{count}} revisits handed over',
};
