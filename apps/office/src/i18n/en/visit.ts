import type { Complete } from '@huhudao/ui';
import type { visit as zhCN } from '../zh-CN/visit.ts';

export const visit: Complete<typeof zhCN> = {
  title: 'Visit ledger',
  download: 'Download Excel',
  search: 'Address, name or pinyin initials',
  from: 'From',
  until: 'Until',
  outcome: 'Outcome',
  when: 'When',
  who: 'Visitors',
  topics: 'Mentioned',
  present: 'Present',
  mode: 'How it was answered',
  amendment: 'Correction',
  parallel: 'Two teams at once',
  reassigned: 'Team changed',
  skewDoubtful: 'Time in doubt',
  amended_one: '{{count}} correction',
  amended_other: '{{count}} corrections',
  none: 'No visits',
  noneHint: 'Once a round is open, every visit that tablets send is listed here; or clear the filters.',
};
