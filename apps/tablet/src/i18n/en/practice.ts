import type { Complete } from '@huhudao/ui';
import type { practice as chinese } from '../zh-CN/practice.ts';

export const practice: Complete<typeof chinese> = {
  begin: 'Practise (no sign-in)',
  band: 'Practice · nothing is sent',
  label: 'Practice is on',
  title: 'Practice',
  leave: 'End practice',
  leaveShort: 'End',
  what: 'The building and the households here are made up. Try whatever you like: nothing is sent, and everything is deleted when practice ends.',
  fromSettings:
    'Try things out on a made-up building; nothing is sent. Your own work is locked first, and your PIN brings you back here when practice ends.',
  start: 'Begin to practise',
  pin: 'PIN for practice: {{pin}}',
  sample: 'A sample code for practice: it opens no page.',
  notSent: '“Sent” and “confirmed” are only shown here for practice; nothing has been sent.',
  world: {
    name: 'Trainee',
    street: 'Practice Street',
    community: 'Practice Community',
    compound: 'Practice Court',
    building: 'building 1',
    stairwells: 'stairwell 1|stairwell 2',
    team: 'Practice team',
    colleagues: 'Colleague A|Colleague B',
    round: 'Practice round',
    statement:
      'We would like to hear what you think of the compound and its services. It takes about three minutes, and is only used to do better.',
    materials: 'Residents’ handbook|Contact card',
    residents: 'Resident A|Resident B|Resident C|Resident D|Resident E|Resident F|Resident G|Resident H',
    initials: 'ra|rb|rc|rd|re|rf|rg|rh',
    dog: 'There is a dog: say hello first.',
    promise: 'To find out when the lift will be repaired, and to come and tell.',
    issue: 'The light on the third-floor landing is out.',
  },
};
