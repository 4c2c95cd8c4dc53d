import type { Complete } from '@huhudao/ui';
import type { issue as chinese } from '../zh-CN/issue.ts';

export const issue: Complete<typeof chinese> = {
  title: 'Issues',
  about: 'What residents reported at the door; with the door, and with no answers.',
  reported: 'Reported',
  category: 'Category',
  note: 'In words',
  noNote: 'Nothing written',
  mayNameDoor: 'Agreed to be passed on with the door',
  mayNotNameDoor: 'To be passed on without the door',
  state: 'State',
  source: 'Source',
  sourceText: '{{round}} · {{person}}',
  outsideRound: 'At the door',
  photos: 'Photos',
  show_one: 'See {{count}} photo',
  show_other: 'See {{count}} photos',
  onTheirWay_one: '{{count}} on its way',
  onTheirWay_other: '{{count}} on their way',
  willNotCome: 'Photo not accepted; it will not arrive',
  photo: '{{address}}: photo {{number}}',
  community: 'Community',
  none: 'No resident has reported an issue yet',
  noneHint: 'What workers write down on the tablet under “Resident reports an issue” shows up here.',
  noMatch: 'No issue matches',
};
